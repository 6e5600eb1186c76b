import { fieldOf, type JsonObject, resolveOptional } from "@grid-sdk/openapi";
import { type Comparison, report } from "../judge/comparison.ts";
import type { Revision } from "../read/revision.ts";
import { readsInCommon } from "../read/reads-in-common.ts";
import { type SchemaNode, schemaNodes } from "../read/schema-node.ts";
import { keepsReads } from "./schema/keeps-reads.ts";

/** Records a status that came: a success is breaking where `data` could be read without asking for `status`, and cannot any more. */
export function reportNewStatus(comparison: Comparison, status: string, before: JsonObject, added: unknown): void {
  const about = { kind: "status-added", place: { path: [] }, subject: status };
  if (!status.startsWith("2")) {
    report(comparison, "minor", { ...about, fact: `${status} is a new way to fail` });
    return;
  }
  const isKept = keepsData(comparison, before, added);
  const said = isKept
    ? { fact: `${status} is a new outcome`, advice: "handle it where you distinguish outcomes" }
    : { fact: `${status} is a new outcome with another body`, advice: "check `status` before you read `data`" };
  report(comparison, isKept ? "widening" : "breaking", { ...about, ...said });
}

function keepsData(comparison: Comparison, before: JsonObject, added: unknown): boolean {
  const known = Object.entries(before).filter(([status]) => status.startsWith("2"));
  const bodies = known.map(([, response]) => readBody(comparison.before, response));
  const present = bodies.filter((nodes) => nodes !== undefined);
  // Where it was `undefined` at times, nobody read it without asking.
  if (present.length < bodies.length) return true;
  const body = readBody(comparison.after, added);
  if (body !== undefined) return keepsReads(comparison, present, body);
  return present.length > 1 && readsInCommon(present).size === 0;
}

function readBody(revision: Revision, response: unknown): SchemaNode[] | undefined {
  const [content] = Object.values(fieldOf(resolveOptional(revision.document, response), "content"));
  return content === undefined ? undefined : schemaNodes(revision, resolveOptional(revision.document, content));
}
