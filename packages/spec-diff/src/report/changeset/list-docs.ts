import type { Change } from "../../judge/change.ts";
import { groupDocs } from "../group-docs.ts";
import { limit, MOST, section } from "./list-lines.ts";

const TEXTS = "Texts of what requests and responses carry changed, and may be the contract";

/** What may be the contract as differences, everything else by name; what changed in structure too stands first. */
export function listDocs(changes: readonly Change[], pullRequest: string | undefined): string[] {
  const entries = groupDocs(changes);
  const structural = new Set(
    changes
      .filter(({ level }) => level !== "docs")
      .flatMap(({ place, contexts }) => [place.component].concat(contexts.map(({ operation }) => operation))),
  );
  const contract = entries
    .filter(({ isContract }) => isContract)
    .toSorted((a, b) => Number(structural.has(b.owner)) - Number(structural.has(a.owner)));
  const others = entries.filter(({ isContract }) => !isContract).map(({ owner }) => `\`${owner}\``);
  const kept = limit(contract, MOST.docs, pullRequest);
  const more = (count: number) => (pullRequest === undefined || count === 0 ? "" : ` And ${count} more.`);
  const shown = kept.map(({ owner, differences }) => {
    const [first = "", ...rest] = differences;
    const all = pullRequest === undefined ? differences.join(" ") : first + more(rest.length);
    return `- \`${owner}\`: ${all}\n`;
  });
  const rest = contract.slice(kept.length).map(({ owner }) => `\`${owner}\``);
  if (rest.length > 0) shown.push(`- Also ${rest.join(", ")}, in [the pull request](${pullRequest}).\n`);
  const named = others.length === 0 ? [] : [`- ${[...new Set(others)].join(", ")}.\n`];
  return [section(TEXTS, shown), section("Documentation", named)];
}
