/**
 * A field of an object from outside: JSON, a credential, options. Undefined for a value that is not an object, for a
 * getter that throws, and for a field that every object has: a name such as `constructor`, or a field that a page added
 * to `Object.prototype`.
 */
export function readField(from: unknown, name: string | symbol): unknown {
  try {
    const value = Object(from)[name];
    return value === (Object.prototype as unknown as Record<string | symbol, unknown>)[name] ? undefined : value;
  } catch {
    return undefined;
  }
}
