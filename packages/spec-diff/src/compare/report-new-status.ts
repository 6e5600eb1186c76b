import { type JsonObject, resolveOptional } from "@grid-sdk/openapi";
import { type Comparison, report } from "../judge/comparison.ts";
import { bodyOf } from "../read/find-part.ts";
import { readsInCommon } from "../read/reads-in-common.ts";
import { keepsReads } from "./schema/keeps-reads.ts";

/** Records a new status: a success is breaking where code could read `data` without checking `status` before. */
export function reportNewStatus(comparison: Comparison, status: string, before: JsonObject, added: unknown): void {
  const at = { subject: status };
  if (!status.startsWith("2")) report(comparison, "minor", { kind: "status-added", outcome: "failure" }, at);
  else if (keepsData(comparison, before, added))
    report(comparison, "widening", { kind: "status-added", outcome: "success" }, at);
  else report(comparison, "breaking", { kind: "status-added", outcome: "success-with-other-body" }, at);
}

function keepsData(comparison: Comparison, before: JsonObject, added: unknown): boolean {
  const known = Object.entries(before).filter(([status]) => status.startsWith("2"));
  const bodies = known.map(([, response]) =>
    bodyOf(comparison.before, resolveOptional(comparison.before.document, response)),
  );
  const present = bodies.filter((nodes) => nodes !== undefined);
  // Where it was sometimes `undefined`, nobody read it without a check.
  if (present.length < bodies.length) return true;
  const body = bodyOf(comparison.after, resolveOptional(comparison.after.document, added));
  if (body !== undefined) return keepsReads(comparison, present, body);
  return present.length > 1 && readsInCommon(present).size === 0;
}
