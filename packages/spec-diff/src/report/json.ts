import { type Bump, bumpOf, type Change } from "../judge/change.ts";
import { namePart } from "../judge/context.ts";
import { describeChange } from "./describe-fact.ts";
import { describeWhere } from "./describe-place.ts";
import type { Report, Update } from "./report.ts";

/** A change as data, and in words. */
interface JsonChange extends Omit<Change, "contexts" | "when"> {
  readonly where: string;
  readonly message: string;
  readonly contexts: readonly { readonly operation: string; readonly part: string }[];
}

/** What `--json` prints: one object, for programs. An update adds its own fields. */
export interface JsonReport extends Partial<Update> {
  readonly bump: Bump;
  readonly changes: readonly JsonChange[];
}

/** The report as JSON. */
export function renderJson({ changes, update }: Report): string {
  const report: JsonReport = { bump: bumpOf(changes), changes: changes.map(toJson), ...update };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function toJson(change: Change): JsonChange {
  const { level, kind, place, subject, quotes, fact } = change;
  const contexts = change.contexts.map(({ operation, part }) => ({ operation, part: namePart(part) }));
  const [where, message] = [describeWhere(change), describeChange(change)];
  return { level, kind, where, message, place, contexts, subject, ...(quotes && { quotes }), fact };
}
