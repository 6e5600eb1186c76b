/** Values that expire, and can be used once. */
export interface ExpiringMap<Value> {
  add(key: string, value: Value): void;
  /** The value, expired or not. It stays. */
  peek(key: string): Value | undefined;
  /** The value, which is then removed: of two parallel calls, one gets it. */
  take(key: string): Value | undefined;
  readonly size: number;
}

/**
 * Keeps expired values for `keepMs` more, so that a late use gets another error than an unknown value. Values must be added
 * in the order in which they expire.
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
