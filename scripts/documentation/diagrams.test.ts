import { expect, test } from "vitest";
import { listBlocks, listPages } from "./list-pages.ts";

/**
 * The part of Mermaid's sequence diagrams that the pages use. Mermaid itself is too large to install for this test. A
 * text ends at a semicolon, and a number sign begins an entity, so a text has neither.
 */
const TEXT = "[^;#]+";
const ARROW = new RegExp(String.raw`^(\w+)\s*-?->>\s*(\w+): ${TEXT}$`);
const NOTE = new RegExp(String.raw`^Note (?:over|left of|right of) (\w+)(?:,\s*(\w+))?: ${TEXT}$`);
const PARTICIPANT = new RegExp(String.raw`^(?:participant|actor) (\w+)(?: as ${TEXT})?$`);
const BEGIN = new RegExp(`^(?:alt|opt|loop|break) ${TEXT}$`);
const ELSE = new RegExp(`^else(?: ${TEXT})?$`);

/** The lines of a diagram that Mermaid would not draw. */
function listErrors(diagram: string): string[] {
  const [first, ...lines] = diagram
    .trim()
    .split("\n")
    .map((line) => line.trim());
  const participants = new Set<string | undefined>();
  const errors = first === "sequenceDiagram" ? [] : [`begins with ${first}`];
  let depth = 0;
  for (const line of lines) {
    const [, participant] = PARTICIPANT.exec(line) ?? [];
    const [, from, to = from] = ARROW.exec(line) ?? NOTE.exec(line) ?? [];
    if (participant) participants.add(participant);
    else if (from) errors.push(...(participants.has(from) && participants.has(to) ? [] : [`unknown name: ${line}`]));
    else if (BEGIN.test(line)) depth++;
    else if (line === "end") depth--;
    else if (line !== "" && line !== "autonumber" && !(ELSE.test(line) && depth > 0)) errors.push(line);
    if (depth < 0) errors.push("an end too many");
  }
  return depth > 0 ? [...errors, "an end is missing"] : errors;
}

const diagrams = listPages().flatMap((page) =>
  listBlocks(page, "mermaid").map((diagram, at) => ({ name: `${page.path}, ${at + 1}`, diagram })),
);

test("there are diagrams to check", () => {
  expect(diagrams.length).toBeGreaterThan(0);
});

test.each(diagrams)("the diagram of $name is one that Mermaid draws", ({ diagram }) => {
  expect(listErrors(diagram)).toEqual([]);
});

const START = "sequenceDiagram\nparticipant A as The app\nparticipant B\n";

test.each([
  ["another kind of diagram", "graph TD\n", ["begins with graph TD"]],
  ["a name without a participant", `${START}A->>C: asks`, ["unknown name: A->>C: asks"]],
  ["an arrow without a text", `${START}A->>B`, ["A->>B"]],
  ["a semicolon in a text", `${START}A->>B: asks; waits`, ["A->>B: asks; waits"]],
  ["a block without an end", `${START}opt sometimes\nA->>B: asks`, ["an end is missing"]],
  ["an end too many", `${START}end`, ["an end too many"]],
  ["an else outside a block", `${START}else`, ["else"]],
])("%s is an error", (_, diagram, errors) => {
  expect(listErrors(diagram)).toEqual(errors);
});

test("a diagram with blocks, notes and responses has no error", () => {
  const rest = "autonumber\nA->>B: asks\nalt yes\nB-->>A: responds\nelse no\nNote over A,B: ends\nend\n";
  expect(listErrors(START + rest)).toEqual([]);
});
