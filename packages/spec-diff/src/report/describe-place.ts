import type { Change } from "../judge/change.ts";
import { type Context, namePart } from "../judge/context.ts";

/** So many operations are named where one change reaches several; the others are counted. */
const MOST_NAMED = 3;

/** So many parts of operations, likewise. */
const MOST_PARTS = 2;

/** Where a change is: what it is a change of, and what carries that. */
export interface Where {
  /** A schema and the way inside it, or a part of an operation. */
  readonly at: string;
  /** The parts of operations that carry a schema; empty where `at` names the part. */
  readonly reached: string;
}

/** For example `Thing/a` and `response 200 of getThing, listThings`. */
export function describePlace({ place, contexts, when, fact }: Change): Where {
  const { component, path } = place;
  const cases = when ? [`where ${when.property ?? "it"} is ${when.values.join(" or ")}`] : [];
  if (component !== undefined) {
    const at = [[component, ...path].join("/"), ...cases].join(" ");
    return { at, reached: contexts.length > 0 ? groupContexts(contexts) : "" };
  }
  const parts = contexts.length > 0 ? contexts.map(describeContext) : fact.kind === "text-changed" ? [fact.owner] : [];
  const inside = path.length > 0 ? [`/${path.join("/")}`] : [];
  return { at: [...parts, ...inside, ...cases].join(" "), reached: "" };
}

/** The same in one text. */
export function describeWhere(change: Change): string {
  return nameWhere(describePlace(change));
}

export function nameWhere({ at, reached }: Where): string {
  return reached === "" ? at : `${at} (${reached})`;
}

function describeContext({ operation, part }: Context): string {
  return [operation, namePart(part)].filter(Boolean).join(" ");
}

/** `response 401 of a, b; c response 200`: what several operations share is said once. */
function groupContexts(contexts: readonly Context[]): string {
  const parts = Map.groupBy(contexts, ({ part }) => namePart(part));
  const groups = [...parts].map(([part, whole]) => {
    const [only, ...others] = whole;
    if (only && others.length === 0) return describeContext(only);
    const names = whole.map(({ operation }) => operation);
    return `${part} of ${nameFew(names, MOST_NAMED)}`;
  });
  return nameFew(groups, MOST_PARTS, "; ", "parts more");
}

/** The first few names, and how many others there are, if those are several. */
export function nameFew(names: readonly string[], most: number, separator = ", ", others = "more"): string {
  if (names.length <= most + 1) return names.join(separator);
  return `${names.slice(0, most).join(separator)} and ${names.length - most} ${others}`;
}
