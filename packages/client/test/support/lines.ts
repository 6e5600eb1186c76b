import { fileURLToPath } from "node:url";
import { readFragment } from "@grid-sdk/openapi";
import { lineEntries } from "../../../../tsdown.base.ts";
import type * as Standard from "../../src/index.ts";

type Entry = typeof Standard;

const root = new URL("../../../../", import.meta.url);
/** Every line with its fragment, the entry of the client that speaks it, and the name of the entry's file. */
export const LINES = await Promise.all(
  lineEntries.map(async ({ name, file }) => {
    const path = fileURLToPath(new URL(`openapi/${name}/grid-auth.yaml`, root));
    return {
      name,
      file,
      path,
      fragment: await readFragment(path),
      entry: (await import(`../../src/${file}.ts`)) as Entry,
    };
  }),
);
