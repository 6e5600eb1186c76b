import type { Change } from "../../judge/change.ts";
import { rankSentence } from "../../read/sentences.ts";
import { describeChange } from "../describe-change.ts";
import { describeWhere } from "../describe-place.ts";
import { groupDocs } from "../group-docs.ts";
import { limit, MOST, section } from "./list-lines.ts";

const TEXTS = "Texts of what requests and responses carry changed, and may be the contract";

/** What may be the contract, as differences; what changed in structure too stands first. */
export function listContract(changes: readonly Change[], pullRequest: string | undefined): string {
  const structural = new Set(
    changes
      .filter(({ level }) => level !== "docs")
      .flatMap(({ place, contexts }) => [place.component].concat(contexts.map(({ operation }) => operation))),
  );
  const contract = groupDocs(changes)
    .filter(({ isContract }) => isContract)
    .map((entry) => ({ entry, weight: (structural.has(entry.owner) ? 0 : 2) + (asks(entry.differences) ? 0 : 1) }))
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

/** Whether a text demands something now. */
function asks(differences: readonly string[]): boolean {
  return differences.some((difference) => rankSentence(difference) === 0);
}

/** What else was described otherwise, by name; and what is no text. */
export function listOtherDocs(changes: readonly Change[]): string {
  const others = groupDocs(changes).filter(({ isContract, isText }) => !isContract && isText);
  const names = [...new Set(others.map(({ owner }) => `\`${owner}\``))];
  const named = names.length === 0 ? [] : [`- ${names.join(", ")}.\n`];
  const rest = changes.filter(({ level, texts }) => level === "docs" && texts === undefined);
  const lines = rest.map((change) =>
    change.contexts.length === 0
      ? `- ${describeChange(change)}\n`
      : `- \`${describeWhere(change)}\`: ${describeChange(change)}\n`,
  );
  return section("Documentation", [...named, ...lines]);
}
