import { diffSentences } from "../../facts/describe-difference.ts";
import type { Change } from "../../judge/change.ts";
import { rankSentence } from "../../read/sentences.ts";
import { describeChange } from "../describe-fact.ts";
import { describeWhere } from "../describe-place.ts";
import { groupDocs } from "../group-docs.ts";
import { TEXTS } from "../markdown.ts";
import { limit, MOST, section } from "./list-lines.ts";

/** Texts that may be part of the contract, as differences; those of schemas that changed too come first. */
export function listContract(changes: readonly Change[], pullRequest: string | undefined): string {
  const structural = new Set(
    changes
      .filter(({ level }) => level !== "docs")
      .flatMap(({ place, contexts }) => [place.component].concat(contexts.map(({ operation }) => operation))),
  );
  const contract = groupDocs(changes)
    .filter(({ isContract }) => isContract)
    .map((entry) => ({ entry, weight: (structural.has(entry.owner) ? 0 : 2) + (entry.changes.some(asks) ? 0 : 1) }))
    .toSorted((a, b) => a.weight - b.weight)
    .map(({ entry }) => entry);
  const kept = limit(contract, MOST.docs, pullRequest);
  const lines = kept.map(({ owner, differences }) => {
    const [first = "", ...rest] = differences;
    const more = rest.length === 0 ? "" : ` And ${rest.length} more.`;
    return `- \`${owner}\`: ${pullRequest === undefined ? differences.join(" ") : first + more}\n`;
  });
  const others = contract.slice(kept.length).map(({ owner }) => `\`${owner}\``);
  if (others.length > 0) lines.push(`- Also ${others.join(", ")}, in [the pull request](${pullRequest}).\n`);
  return section(TEXTS, lines);
}

/** Whether an added or removed sentence requires something. */
function asks({ fact }: Change): boolean {
  if (fact.kind !== "text-changed") return false;
  const changed = diffSentences(String(fact.before ?? ""), String(fact.after ?? "")).flat();
  return changed.some((sentence) => rankSentence(sentence) === 0);
}

/** The names of what else has another description; and changes that are not texts. */
export function listOtherDocs(changes: readonly Change[]): string {
  const others = groupDocs(changes).filter(({ isContract, isText }) => !isContract && isText);
  const names = [...new Set(others.flatMap(({ owner, changes: members }) => members.map((one) => nameOf(owner, one))))];
  const named = names.length === 0 ? [] : [`- ${names.join(", ")}.\n`];
  const rest = changes.filter(({ level, fact }) => level === "docs" && fact.kind !== "text-changed");
  const lines = rest.map((change) => {
    const where = change.contexts.length === 0 ? "" : `\`${describeWhere(change)}\`: `;
    return `- ${where}${describeChange(change)}\n`;
  });
  return section("Documentation", [...named, ...lines]);
}

/** Parts of the document whose name says too little. */
const PARTS = new Set(["the document", "info", "tags", "servers"]);

/** The owner of a text; of a part of the document, its field. */
function nameOf(owner: string, { place, fact }: Change): string {
  if (!PARTS.has(owner) || !("field" in fact)) return `\`${owner}\``;
  const keys = owner === "the document" ? place.path : [owner, ...place.path];
  return `\`${[...keys, fact.field].join(".")}\``;
}
