import { fieldsOf } from "./fields-of.ts";

/** Enough of an error page, for which no more is read. */
export const MAX_ERROR_LENGTH = 10_000;
/** More than that many characters need in UTF-8, so that no secret is cut in two before it is masked. */
const MAX_ERROR_BYTES = 4 * MAX_ERROR_LENGTH;

interface ReadBody {
  readonly chunks: Uint8Array<ArrayBuffer>[];
  /** False if the body is longer than what was read of it. */
  readonly isWhole: boolean;
}

/**
 * Reads a body up to `maxBytes`, and of an error that is not JSON only the beginning. Ends the connection where it stops
 * early, and when `signal` aborts.
 */
export async function readBody(response: Response, maxBytes: number, signal: AbortSignal): Promise<ReadBody> {
  const reader = toStream(response.body)?.getReader();
  if (!reader) {
    // The stub of a test, or a platform that cannot make a stream of its body.
    const bytes = new TextEncoder().encode(await response.text());
    return { chunks: [bytes], isWhole: bytes.length <= maxBytes };
  }
  const cancel = () => {
    reader.cancel().catch(() => {});
    cancelBody(response);
  };
  signal.addEventListener("abort", cancel);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let limit = response.ok ? maxBytes : Math.min(maxBytes, MAX_ERROR_BYTES);
  for (let size = 0; size <= limit;) {
    const { done, value } = await reader.read();
    if (done) return { chunks, isWhole: true };
    chunks.push(value);
    size += value.byteLength;
    if (size > limit && isJsonStart(decode(chunks))) limit = maxBytes;
  }
  cancel();
  return { chunks, isWhole: false };
}

export function decode(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") + decoder.decode();
}

export function isJsonStart(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

/** Ends the connection of a response that nobody reads. */
export function cancelBody({ body }: Partial<Pick<Response, "body">>): void {
  const { cancel, destroy } = fieldsOf(body) as { cancel?: () => Promise<void>; destroy?: () => void };
  // It rejects if the body is being read.
  if (cancel) cancel.call(body).catch(() => {});
  // node-fetch has streams of Node.
  destroy?.call(body);
}

function toStream(body: unknown): ReadableStream<Uint8Array<ArrayBuffer>> | undefined {
  const { getReader, [Symbol.asyncIterator]: iterate } = fieldsOf(body) as Partial<ReadableStream>;
  if (getReader) return body as ReadableStream<Uint8Array<ArrayBuffer>>;
  const { from } = ReadableStream as { from?: (iterable: unknown) => ReadableStream<Uint8Array<ArrayBuffer>> };
  return iterate && from?.call(ReadableStream, body);
}
