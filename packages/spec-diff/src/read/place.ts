import { keysOfRef } from "@grid-sdk/openapi";

/** A place in a schema: a component schema or the part of an operation, and the way inside it. */
export interface Place {
  readonly component?: string;
  readonly path: readonly string[];
  /** The parameter or header that it is about, where it is not a body. */
  readonly part?: { readonly sort: string; readonly name: string };
}

/** The place that a `$ref` names. */
export function placeOfRef(ref: string): Place {
  const [root, kind, component, ...path] = keysOfRef(ref) ?? [];
  return root === "components" && kind === "schemas" && component ? { component, path } : { path: [ref] };
}

/** The same place, some steps further in. */
export function within(place: Place, ...steps: string[]): Place {
  return { ...place, path: [...place.path, ...steps] };
}

/** What a place is called: the last property on the way, or the component, or the part of the operation. */
export function lastStep({ component, path, part }: Place): string {
  return path.findLast((step) => !isPosition(step)) ?? component ?? part?.name ?? "body";
}

/** Whether a place is a part of an operation as a whole, or an item in it without a name. */
export function isWholePart({ component, path }: Place): boolean {
  return component === undefined && path.every(isPosition);
}

function isPosition(step: string): boolean {
  return /^\d+$/.test(step);
}
