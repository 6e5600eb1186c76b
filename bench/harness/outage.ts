/** Many clients that call one API for a while. */
export interface Scenario {
  readonly clients: number;
  readonly callsPerSecond: number;
  readonly seconds: number;
  /** The share of the requests that fail, from 0 to 1. */
  readonly failing: number;
  /** Without it, each call has its own client, whose quota is always full. */
  readonly hasQuota: boolean;
}

export interface Observation {
  readonly calls: number;
  readonly requests: number;
  /** Calls that ended in an error although a retry was left. */
  readonly lost: number;
}

/** Numbers from 0 to 1 that are the same in each run: Mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
