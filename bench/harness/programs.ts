import { join } from "node:path";
import type { ClientName } from "./clients.ts";
import { CLIENTS_FOLDER, WORK } from "./places.ts";

/** One challenge call, or every operation of the fragment. */
export type Program = "challenge" | "all-operations";

export type ModuleFormat = "esm" | "cjs";

export function sourceOf(client: ClientName, program: Program): string {
  return join(CLIENTS_FOLDER, fileNameOf(client), `${program}.js`);
}

export function builtProgramOf(client: ClientName, program: Program, format: ModuleFormat): string {
  return join(WORK, "programs", `${fileNameOf(client)}-${program}.${format === "esm" ? "mjs" : "cjs"}`);
}

/** The name of a client's folder. */
export function fileNameOf(client: ClientName): string {
  return client.replaceAll(" ", "-");
}
