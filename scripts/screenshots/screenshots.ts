import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startProgress } from "@grid-sdk/terminal";
import { buildPackages } from "../workspace/build-packages.ts";
import { readLines } from "../workspace/lines.ts";
import { readOptions, refuseArguments } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";
import { drawBadge, listBadges } from "./badges.ts";

const USAGE = `Usage: pnpm screenshots [badges]

Makes all pictures of docs/images/ again: the badges of the README, and the demo and the reference page in the browser
of the tests. With \`badges\`, only the badges, without a browser.`;

const { positionals } = readOptions(USAGE, { allowPositionals: true });
if (positionals.some((name) => name !== "badges"))
  refuseArguments(USAGE, `Expected badges; got ${positionals.join(" ")}`);
const placeOf = (name: string) => fileURLToPath(new URL(`docs/images/${name}`, ROOT));
for (const badge of listBadges()) writeFileSync(placeOf(`badge-${badge.name}.svg`), drawBadge(badge));
if (positionals.length === 0) await takePictures();

async function takePictures(): Promise<void> {
  await buildPackages();
  const { pictureDemo } = await import("./picture-demo.ts");
  const { pictureReference } = await import("./picture-reference.ts");
  using progress = startProgress("Starting the browser");
  for (const colorScheme of ["light", "dark"] as const) {
    for (const { name: line, entry } of readLines()) {
      const ofLine = entry === "." ? "" : `-${line}`;
      progress.report(`Taking the picture of the demo: ${line}, ${colorScheme}`);
      await pictureDemo({ line, colorScheme, path: placeOf(`passkey-login${ofLine}-${colorScheme}.png`) });
    }
    progress.report(`Taking the picture of the reference page: ${colorScheme}`);
    await pictureReference(placeOf(`reference-${colorScheme}.png`), colorScheme);
  }
}
