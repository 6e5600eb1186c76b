import { fileURLToPath } from "node:url";
import { readFragment } from "@grid-sdk/contract";
import { lineEntries } from "../../../../tsdown.base.ts";
import type * as Standard from "../../src/index.ts";

type Entry = typeof Standard;

const root = new URL("../../../../", import.meta.url);
/** Every line with its fragment and the entry of the client that speaks it. */
export const LINES = await Promise.all(
  lineEntries.map(async ({ name, file }) => {
    const path = fileURLToPath(new URL(`openapi/${name}/grid-auth.yaml`, root));
    return { name, path, fragment: await readFragment(path), entry: (await import(`../../src/${file}.ts`)) as Entry };
  }),
);
