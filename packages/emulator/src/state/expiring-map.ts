/** Values that can be used once, and for a time. */
export interface ExpiringMap<Value> {
  add(key: string, value: Value): void;
  /** The value, whether it has expired or not, without taking it. */
  peek(key: string): Value | undefined;
  /** The value, which then is gone: of two who want it one gets it. */
  take(key: string): Value | undefined;
  readonly size: number;
}

/**
 * Keeps what has expired for `keepMs` more, so that a late use can be told from a false one, and no longer. Values are
 * added in the order in which they expire.
 */
export function createExpiringMap<Value extends { readonly expiresAt: number }>(
  now: () => number,
  keepMs: number,
): ExpiringMap<Value> {
  const values = new Map<string, Value>();
  const drop = () => {
    const limit = now() - keepMs;
    for (const [key, { expiresAt }] of values) {
      if (expiresAt > limit) return;
      values.delete(key);
    }
  };
  return {
    add(key, value) {
      drop();
      values.set(key, value);
    },
    peek: (key) => values.get(key),
    take(key) {
      const value = values.get(key);
      values.delete(key);
      return value;
    },
    get size() {
      drop();
      return values.size;
    },
  };
}
