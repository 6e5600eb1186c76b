import type { Place } from "../read/place.ts";

/** How much a change asks of a consumer of the SDK, most serious first. */
export const LEVELS = ["breaking", "widening", "minor", "docs"] as const;
export type Level = (typeof LEVELS)[number];

export type Bump = "major" | "minor" | "patch" | "none";

/** So many operations are named where one change reaches several; the others are counted. */
const MOST_NAMED = 3;

/** So many parts of operations, likewise. */
const MOST_PARTS = 2;

const BUMPS: Record<Level, Bump> = { breaking: "major", widening: "minor", minor: "minor", docs: "patch" };

/** One difference between two revisions, as a consumer of the SDK sees it. */
export interface Change {
  readonly level: Level;
  /** What sort of change it is, for programs: `property-removed`, `status-added`, … */
  readonly kind: string;
  /** Operation, request or response, and property; a component's change names the component and everything it reaches. */
  readonly where: string;
  /** What it is, and what a consumer has to do. */
  readonly message: string;
  /** The name that was changed: a property, a value, an operation, a component. */
  readonly subject: string;
  /** Of a change of documentation: the operation or the schema that it documents. */
  readonly owner?: string;
  /** Of a change of documentation: whether it is about a value that requests or responses carry. */
  readonly isContract?: boolean;
}

/** A change at one place, seen from one part of one operation. */
export interface Finding extends Omit<Change, "where"> {
  readonly place: Place;
  /** For example `listAuthSessions response 200`; empty for the document itself. */
  readonly context: string;
  /** Of what a component says: every part that carries it. */
  readonly contexts?: ReadonlySet<string>;
}

/** What a release with these changes has to be. */
export function bumpOf(changes: readonly { readonly level: Level }[]): Bump {
  const level = LEVELS.find((candidate) => changes.some((change) => change.level === candidate));
  return level ? BUMPS[level] : "none";
}

/** The bump that one level asks for. */
export function bumpOfLevel(level: Level): Bump {
  return BUMPS[level];
}

/** One change per difference, however many operations it is reached through; most serious first, then by place. */
export function collapseFindings(findings: readonly Finding[]): Change[] {
  const groups = new Map<string, { finding: Finding; contexts: Set<string> }>();
  for (const finding of findings) {
    const { level, kind, message, place, context } = finding;
    // What is not part of a component is told apart by the operation that it belongs to.
    // A new property is said once, whether it is always there or not.
    const said = kind === "property-added" ? "" : message;
    const key = JSON.stringify([
      level,
      kind,
      said,
      place,
      place.component === undefined ? [...(finding.contexts ?? [context])] : "",
    ]);
    const group = groups.get(key) ?? { finding, contexts: new Set() };
    if (message.length > group.finding.message.length) group.finding = finding;
    for (const each of finding.contexts ?? [context]) group.contexts.add(each);
    groups.set(key, group);
  }
  const changes = [...groups.values()].map(({ finding, contexts }): Change => {
    const { level, kind, message, subject, owner, isContract } = finding;
    const where = describePlace(finding.place, [...contexts].filter(Boolean));
    const docs = owner === undefined ? {} : { owner, isContract: isContract === true };
    return Object.assign(docs, { level, kind, where, message, subject });
  });
  return changes.toSorted(
    (a, b) =>
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || compareText(a.where, b.where) || compareText(a.kind, b.kind),
  );
}

function describePlace({ component, path }: Place, contexts: readonly string[]): string {
  if (component !== undefined) {
    const at = [component, ...path].join("/");
    return contexts.length > 0 ? `${at} (${groupContexts(contexts)})` : at;
  }
  const at = path.length > 0 ? `/${path.join("/")}` : "";
  return [...contexts, at].filter(Boolean).join(" ");
}

/** `response 401 of a, b; c response 200`: what several operations share is said once. */
function groupContexts(contexts: readonly string[]): string {
  const operations = Map.groupBy(contexts, (context) => context.slice(context.indexOf(" ") + 1));
  const groups = [...operations].map(([part, whole]) => {
    const [only, ...others] = whole;
    const names = whole
      .slice(0, whole.length > MOST_NAMED + 1 ? MOST_NAMED : undefined)
      .map((context) => context.split(" ")[0]);
    const unnamed = whole.length > MOST_NAMED + 1 ? ` and ${whole.length - MOST_NAMED} more` : "";
    return others.length === 0 ? only : `${part} of ${names.join(", ")}${unnamed}`;
  });
  const unnamed = groups.length > MOST_PARTS + 1 ? groups.length - MOST_PARTS : 0;
  return unnamed > 0 ? `${groups.slice(0, MOST_PARTS).join("; ")} and ${unnamed} parts more` : groups.join("; ");
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
