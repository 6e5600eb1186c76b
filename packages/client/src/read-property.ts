/** A property of a value that comes from outside, whose getter may throw. Undefined then. */
export function readProperty(value: unknown, name: string | symbol): unknown {
  try {
    return Object(value)[name];
  } catch {
    return undefined;
  }
}
