import { fileURLToPath } from "node:url";
import { buildPackages } from "../workspace/build-packages.ts";
import { readOptions } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";

const USAGE = `Usage: pnpm screenshots

Takes the pictures of docs/images/ anew, in the browser that tests run in.`;

readOptions(USAGE, {});
await buildPackages();
const { pictureDemo } = await import("./picture-demo.ts");
const { pictureReference } = await import("./picture-reference.ts");
const placeOf = (name: string) => fileURLToPath(new URL(`docs/images/${name}`, ROOT));
await pictureDemo(placeOf("passkey-login.png"));
await pictureReference(placeOf("reference.png"));
