/** The error that a call rejects with; fails if it resolves. */
export async function catchError(call: Promise<unknown>): Promise<unknown> {
  const value = await call.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
  if ("error" in value) return value.error;
  throw new Error(`expected a rejection; resolved to ${JSON.stringify(value.result)}`);
}
