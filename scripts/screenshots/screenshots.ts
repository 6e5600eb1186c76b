import { fileURLToPath } from "node:url";
import { buildPackages } from "../workspace/build-packages.ts";
import { readLines } from "../workspace/lines.ts";
import { readOptions } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";

const USAGE = `Usage: pnpm screenshots

Takes the pictures of docs/images/ anew, in the browser that tests run in.`;

readOptions(USAGE, {});
await buildPackages();
const { pictureDemo } = await import("./picture-demo.ts");
const { pictureReference } = await import("./picture-reference.ts");
const placeOf = (name: string) => fileURLToPath(new URL(`docs/images/${name}`, ROOT));
for (const colorScheme of ["light", "dark"] as const) {
  for (const { name: line, entry } of readLines()) {
    const ofLine = entry === "." ? "" : `-${line}`;
    await pictureDemo({ line, colorScheme, path: placeOf(`passkey-login${ofLine}-${colorScheme}.png`) });
  }
  await pictureReference(placeOf(`reference-${colorScheme}.png`), colorScheme);
}
