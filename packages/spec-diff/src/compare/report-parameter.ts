import type { JsonObject } from "@grid-sdk/openapi";
import { type Comparison, report } from "../judge/comparison.ts";

/** Records what a revision says of a parameter. */
export function reportParameter(
  comparison: Comparison,
  level: "breaking" | "minor",
  kind: string,
  parameter: JsonObject,
  says: string,
  advice?: string,
): void {
  const subject = String(parameter["name"]);
  const fact = `The ${String(parameter["in"])} parameter \`${subject}\` ${says}`;
  report(comparison, level, { kind, place: { path: [] }, subject, fact, advice });
}
