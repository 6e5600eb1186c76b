/** What work is rejected with whose time ran out. */
export const TIMED_OUT = Symbol("timed out");

/**
 * Runs work under a time limit and the caller's signal. Rejects with `TIMED_OUT` or the signal's reason, also where
 * the work does not heed its own signal. Whichever way it ends, no timer or listener is left behind.
 */
export function limitTime<Result>(
  ms: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout>;
  let onAbort: () => void;
  return new Promise<Result>((resolve, reject) => {
    const end = (reason: unknown) => {
      reject(reason);
      controller.abort(reason);
    };
    onAbort = () => end(signal?.reason);
    timer = setTimeout(end, ms, TIMED_OUT);
    signal?.addEventListener("abort", onAbort);
    work(controller.signal).then(resolve, reject);
  }).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  });
}

/** Resolves after `ms`; rejects with the signal's reason if that comes first. */
export function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return limitTime(ms, signal, () => new Promise<void>(() => {})).catch((reason: unknown) => {
    if (reason !== TIMED_OUT) throw reason;
  });
}
