import { bumpOf, type Level, LEVELS } from "../judge/change.ts";

const NOUNS: Record<Level, readonly [one: string, many: string]> = {
  breaking: ["breaking change", "breaking changes"],
  widening: ["widening", "widenings"],
  minor: ["addition", "additions"],
  docs: ["documentation change", "documentation changes"],
};

/** For example `2 breaking changes, 1 addition`. */
export function countChanges(changes: readonly { readonly level: Level }[]): string {
  const counts = LEVELS.flatMap((level) => {
    const count = changes.filter((change) => change.level === level).length;
    return count === 0 ? [] : [`${count} ${NOUNS[level][count === 1 ? 0 : 1]}`];
  });
  return counts.join(", ") || "no change for consumers";
}

/** The release that the changes need, as the end of a sentence: `a minor release: 1 addition.` */
export function describeBump(changes: readonly { readonly level: Level }[]): string {
  const bump = bumpOf(changes);
  return bump === "none" ? `${countChanges(changes)}.` : `a ${bump} release: ${countChanges(changes)}.`;
}
