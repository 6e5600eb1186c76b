/** A place in a schema: a component schema or the part of an operation, and the way inside it. */
export interface Place {
  readonly component?: string;
  readonly path: readonly string[];
}

const COMPONENT = /^#\/components\/schemas\/([^/]+)(\/.*)?$/;

/** The place that a `$ref` names. */
export function placeOfRef(ref: string): Place {
  const [, component, rest] = COMPONENT.exec(ref) ?? [];
  if (component === undefined) return { path: [ref] };
  return { component: decodeURIComponent(component), path: rest ? rest.slice(1).split("/") : [] };
}

/** The same place, some steps further in. */
export function within(place: Place, ...steps: string[]): Place {
  return { ...place, path: [...place.path, ...steps] };
}

/** What a place is called in a sentence: the last property on the way, or the component. */
export function lastStep({ component, path }: Place): string {
  return path.findLast((step) => !/^\d+$/.test(step)) ?? component ?? "the body";
}
