import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readFragment } from "@grid-sdk/contract";
import type * as Standard from "../../src/index.ts";

type Entry = typeof Standard;

const root = new URL("../../../../", import.meta.url);
const { lines } = JSON.parse(readFileSync(new URL("openapi/lines.json", root), "utf8")) as {
  lines: readonly { readonly name: string; readonly entry: string }[];
};

/** Every line with its fragment and the entry of the client that speaks it. */
export const LINES = await Promise.all(
  lines.map(async ({ name, entry }) => {
    const path = fileURLToPath(new URL(`openapi/${name}/grid-auth.yaml`, root));
    const file = entry === "." ? "index" : entry.slice("./".length);
    return { name, path, fragment: await readFragment(path), entry: (await import(`../../src/${file}.ts`)) as Entry };
  }),
);
