import { fieldOf, type JsonObject, readDiscriminator, resolveOptional } from "@grid-sdk/contract";
import { type Comparison, report } from "../judge/comparison.ts";
import type { ListedOperation } from "../read/list-every-operation.ts";

/** On an optional parameter: the bodies that it is required for. */
export const REQUIRED_WHEN = "x-required-when";

/** Whether a body may meet a condition: all but those that name a value which its discriminator does not have. */
export type IsPossible = (condition: string) => boolean;

export function readPossible(document: JsonObject, { operation }: ListedOperation): IsPossible {
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
  const conditions = Object.entries(fieldOf(fieldOf(parameter, REQUIRED_WHEN), "body"));
  return conditions.flatMap(([property, values]) => [values].flat().map((value) => `${property}: ${String(value)}`));
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
  const subject = String(after["name"]);
  const says = (level: "breaking" | "minor", kind: string, conditions: readonly string[], end: string) => {
    if (conditions.length === 0) return;
    const message = `The ${String(after["in"])} parameter \`${subject}\` ${end.replace("{}", quoteConditions(conditions))}.`;
    report(comparison, level, { kind, place: { path: [] }, subject, message });
  };
  if (before["required"] !== true) {
    const added = is.filter((condition) => !was.includes(condition));
    const inUse = added.filter((condition) => isPossible(condition));
    const inNone = added.filter((condition) => !isPossible(condition));
    says("breaking", "parameter-became-required-with", inUse, "is required with {} now: send it");
    says("minor", "parameter-required-with-new", inNone, "is required with {}, which is new");
  }
  if (after["required"] !== true) {
    const dropped = was.filter((condition) => !is.includes(condition));
    says("minor", "parameter-became-optional-with", dropped, "may be left out with {} as well");
  }
}
