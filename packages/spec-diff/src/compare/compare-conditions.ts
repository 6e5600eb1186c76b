import { fieldOf, type JsonObject, readDiscriminator, requiredWhenOf, resolveOptional } from "@grid-sdk/openapi";
import type { Comparison } from "../judge/comparison.ts";
import type { ListedOperation, Revision } from "../read/revision.ts";
import { reportParameter } from "./report-parameter.ts";

/** Whether a body may meet a condition: all but those that name a value which its discriminator does not have. */
export type IsPossible = (condition: string) => boolean;

export function readPossible({ document }: Revision, { operation }: ListedOperation): IsPossible {
  const content = fieldOf(resolveOptional(document, operation["requestBody"]), "content");
  const { schema } = fieldOf(content, "application/json");
  const discriminator = readDiscriminator(document, schema);
  if (!discriminator || discriminator.mapping.size === 0) return () => true;
  const start = `${discriminator.property}: `;
  return (condition) => !condition.startsWith(start) || discriminator.mapping.has(condition.slice(start.length));
}

/** The bodies that a parameter is required for though it is optional, each as a condition: `type: PASSKEY`. */
export function listConditions(parameter: JsonObject): string[] {
  if (parameter["required"] === true) return [];
  const { property, values = [] } = requiredWhenOf(parameter) ?? {};
  return values.map((value) => `${property}: ${value}`);
}

export function quoteConditions(conditions: readonly string[]): string {
  return conditions.map((condition) => `\`${condition}\``).join(" or ");
}

/**
 * Records the bodies that a parameter is required for now, or is not any more. With a body that nobody could send
 * before, no code has to change.
 */
export function compareConditions(
  comparison: Comparison,
  before: JsonObject,
  after: JsonObject,
  isPossible: IsPossible,
): void {
  const [was, is] = [listConditions(before), listConditions(after)];
  const added = before["required"] === true ? [] : is.filter((condition) => !was.includes(condition));
  const inUse = quoteConditions(added.filter(isPossible));
  if (inUse) {
    const says = `is required with ${inUse} now`;
    reportParameter(comparison, "breaking", "parameter-became-required-with", after, says, "send it");
  }
  const inNone = quoteConditions(added.filter((condition) => !isPossible(condition)));
  if (inNone) {
    const says = `is required with ${inNone}, which is new`;
    reportParameter(comparison, "minor", "parameter-required-with-new", after, says);
  }
  const gone = after["required"] === true ? [] : was.filter((condition) => !is.includes(condition));
  const dropped = quoteConditions(gone);
  if (dropped) {
    const says = `may be left out with ${dropped} as well`;
    reportParameter(comparison, "minor", "parameter-became-optional-with", after, says);
  }
}
