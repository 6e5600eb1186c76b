/** The fields of any value, to read them by name. undefined and null have none. */
export function fieldsOf(value: unknown): { readonly [name: string | symbol]: unknown } {
  return Object(value) as { readonly [name: string | symbol]: unknown };
}

/** Reads one field of any value. Undefined if its getter throws. */
export function readField(value: unknown, name: string | symbol): unknown {
  try {
    return fieldsOf(value)[name];
  } catch {
    return undefined;
  }
}
