/** The reason that work is rejected with when its time is over. */
export const TIMED_OUT = Symbol("timed out");

/**
 * Runs work under a time limit and the caller's signals. Rejects with `TIMED_OUT` or with a signal's reason, even if the
 * work ignores its own signal: `AbortSignal.any` would wait for it, and keeps the signals that it follows alive.
 * However it ends, it leaves no timer and no listener behind.
 */
export async function limitTime<Result>(
  ms: number,
  signals: readonly AbortSignal[],
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  for (const signal of signals) signal.throwIfAborted();
  const controller = new AbortController();
  return new Promise<Result>((resolve, reject) => {
    const settle = (done: () => void) => {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener("abort", onAbort);
      done();
    };
    const end = (reason: unknown) =>
      settle(() => {
        reject(reason);
        controller.abort(reason);
      });
    const onAbort = ({ target }: Event) => end((target as AbortSignal).reason);
    const timer = setTimeout(end, ms, TIMED_OUT);
    for (const signal of signals) signal.addEventListener("abort", onAbort);
    work(controller.signal).then(
      (result) => settle(() => resolve(result)),
      (error: unknown) => settle(() => reject(error)),
    );
  });
}

/** Resolves after `ms`; rejects with a signal's reason if that comes first. */
export async function wait(ms: number, signals: readonly AbortSignal[]): Promise<void> {
  await limitTime(ms, signals, () => new Promise(() => {})).catch((reason: unknown) => {
    if (reason !== TIMED_OUT) throw reason;
  });
}
