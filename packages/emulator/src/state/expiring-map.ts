interface Expiring {
  readonly expiresAt: number;
}

export type ExpiringMap<Value extends Expiring> = ReturnType<typeof createExpiringMap<Value>>;

/**
 * Values that expire, and can be used once. Keeps expired values for `keepMs` more, so that a late use gets another error
 * than an unknown value. Values must be added in the order in which they expire.
 */
export function createExpiringMap<Value extends Expiring>(now: () => number, keepMs: number) {
  const values = new Map<string, Value>();
  const drop = () => {
    const limit = now() - keepMs;
    for (const [key, { expiresAt }] of values) {
      if (expiresAt > limit) return;
      values.delete(key);
    }
  };
  return {
    add(key: string, value: Value): void {
      drop();
      values.set(key, value);
    },
    /** The value, expired or not. It stays. */
    peek: (key: string): Value | undefined => values.get(key),
    /** The value, which is then removed: of two parallel calls, one gets it. */
    take(key: string): Value | undefined {
      const value = values.get(key);
      values.delete(key);
      return value;
    },
    get size(): number {
      drop();
      return values.size;
    },
  };
}
