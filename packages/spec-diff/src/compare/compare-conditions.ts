import { fieldOf, type JsonObject, readDiscriminator, requiredWhenOf, resolveOptional } from "@grid-sdk/openapi";
import { type Comparison, report } from "../judge/comparison.ts";
import type { Condition } from "../facts/parts.ts";
import type { ListedOperation, Revision } from "../read/revision.ts";

/** Whether a body may meet a condition: all but those that name a value which its discriminator does not have. */
export type IsPossible = (condition: Condition) => boolean;

export function readPossible({ document }: Revision, { operation }: ListedOperation): IsPossible {
  const content = fieldOf(resolveOptional(document, operation["requestBody"]), "content");
  const { schema } = fieldOf(content, "application/json");
  const discriminator = readDiscriminator(document, schema);
  if (!discriminator || discriminator.mapping.size === 0) return () => true;
  return ({ property, value }) => property !== discriminator.property || discriminator.mapping.has(value);
}

/** The bodies that a parameter is required for though it is optional. */
export function listConditions(parameter: JsonObject): Condition[] {
  if (parameter["required"] === true) return [];
  const { property = "", values = [] } = requiredWhenOf(parameter) ?? {};
  return values.map((value) => ({ property, value }));
}

/**
 * Records the bodies that a parameter is required for now, or is not any more. With a body that nobody could send
 * before, no code has to change.
 */
export function compareConditions(
  comparison: Comparison,
  [before, after]: readonly [JsonObject, JsonObject],
  isPossible: IsPossible,
): void {
  const [was, is] = [listConditions(before), listConditions(after)];
  const added = before["required"] === true ? [] : without(is, was);
  const gone = after["required"] === true ? [] : without(was, is);
  const rows = [
    ["breaking", "parameter-became-required-with", added.filter(isPossible)],
    ["minor", "parameter-required-with-new", added.filter((condition) => !isPossible(condition))],
    ["minor", "parameter-became-optional-with", gone],
  ] as const;
  const subject = String(after["name"]);
  for (const [level, kind, conditions] of rows) {
    if (conditions.length > 0) report(comparison, level, { kind, in: String(after["in"]), conditions }, { subject });
  }
}

function without(conditions: readonly Condition[], others: readonly Condition[]): Condition[] {
  return conditions.filter(
    ({ property, value }) => !others.some((other) => other.property === property && other.value === value),
  );
}
