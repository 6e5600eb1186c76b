/** What a value that comes from outside has, to be taken by name: nothing has no fields, and a string has its own. */
export function fieldsOf(value: unknown): { readonly [name: string | symbol]: unknown } {
  return Object(value) as { readonly [name: string | symbol]: unknown };
}

/** One field of such a value, whose getter may throw. Undefined then. */
export function readField(value: unknown, name: string | symbol): unknown {
  try {
    return fieldsOf(value)[name];
  } catch {
    return undefined;
  }
}
