import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject } from "@grid-sdk/openapi";
import { makeTemporaryClone, runQuietly } from "@grid-sdk/scripts/workspace";
import { stringify } from "yaml";
import type { ClientName } from "../clients.ts";
import { CLIENTS_FOLDER, HEY_API_CLI, OPENAPI_TYPESCRIPT_CLI, ORVAL_CLI, WORK } from "../places.ts";
import { fileNameOf } from "../programs.ts";

/** A folder for each client in which a module can call the API: what it needs is generated from the document. */
export async function layOutClients(document: JsonObject, name: string): Promise<(client: ClientName) => string> {
  const folderOf = (client: ClientName) => join(WORK, "compile", name, fileNameOf(client));
  const specification = join(WORK, "compile", name, "openapi.yaml");
  for (const client of ["bare fetch", "grid-sdk", "openapi-fetch", "hey-api", "orval"] as const)
    await mkdir(folderOf(client), { recursive: true });
  const text = stringify(document, { aliasDuplicateObjects: false });
  await writeFile(specification, text);
  await buildOurs(text, folderOf("grid-sdk"));
  const schema = join(folderOf("openapi-fetch"), "schema.d.ts");
  await runQuietly(process.execPath, [OPENAPI_TYPESCRIPT_CLI, specification, "-o", schema]);
  const api = join(folderOf("hey-api"), "api");
  await runQuietly(process.execPath, [HEY_API_CLI, "-i", specification, "-o", api, "--no-log-file"]);
  await runOrval(specification, join(folderOf("orval"), "api.ts"));
  return folderOf;
}

/** Core and client, built from this document as they are for a release. */
async function buildOurs(fragment: string, folder: string): Promise<void> {
  const clone = makeTemporaryClone();
  try {
    await writeFile(join(clone.path, "openapi/2026-04-23/grid-auth.yaml"), fragment);
    await runQuietly(process.execPath, [join(clone.path, "scripts/generate/generate.ts")], { cwd: clone.path });
    for (const name of ["core", "client"]) {
      const cwd = join(clone.path, "packages", name);
      await runQuietly(process.execPath, ["node_modules/tsdown/dist/run.mjs"], { cwd });
      for (const part of ["package.json", "dist"])
        await cp(join(cwd, part), join(folder, "node_modules/@grid-sdk", name, part), { recursive: true });
    }
  } finally {
    clone.remove();
  }
}

async function runOrval(input: string, target: string): Promise<void> {
  await runQuietly(process.execPath, [ORVAL_CLI, "--input", input, "--output", target, "--client", "fetch"], {
    cwd: CLIENTS_FOLDER,
  });
}
