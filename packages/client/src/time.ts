/** What work is rejected with whose time ran out. */
export const TIMED_OUT = Symbol("timed out");

/**
 * Runs work under a time limit and the caller's signals. Rejects with `TIMED_OUT` or a signal's reason, also where the
 * work does not heed its own signal: `AbortSignal.any` alone would wait for it, and keeps what it follows alive.
 * Whichever way it ends, no timer or listener is left behind.
 */
export function limitTime<Result>(
  ms: number,
  signals: readonly AbortSignal[],
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const listeners: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout>;
  return new Promise<Result>((resolve, reject) => {
    const end = (reason: unknown) => {
      reject(reason);
      controller.abort(reason);
    };
    timer = setTimeout(end, ms, TIMED_OUT);
    for (const signal of signals) {
      if (signal.aborted) return end(signal.reason);
      const onAbort = () => end(signal.reason);
      signal.addEventListener("abort", onAbort);
      listeners.push(() => signal.removeEventListener("abort", onAbort));
    }
    work(controller.signal).then(resolve, reject);
  }).finally(() => {
    clearTimeout(timer);
    for (const remove of listeners) remove();
  });
}

/** Resolves after `ms`; rejects with a signal's reason if that comes first. */
export function wait(ms: number, signals: readonly AbortSignal[]): Promise<void> {
  return limitTime(ms, signals, () => new Promise<void>(() => {})).catch((reason: unknown) => {
    if (reason !== TIMED_OUT) throw reason;
  });
}
