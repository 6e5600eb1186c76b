import { fieldsOf } from "./fields-of.ts";

/** A body that is read bit by bit, no further than it has to be. */
interface OpenBody {
  /** Reads on until there are more than `limit` bytes, or no more. Resolves to whether that is the whole body. */
  readTo(limit: number): Promise<boolean>;
  /** What was read so far. */
  join(): Uint8Array<ArrayBuffer>;
  /** Ends the connection, also while it is read. */
  cancel(): void;
}

/** Undefined where a response has no stream to read: the stub of a test, or a platform that cannot make one of it. */
export function openBody(response: Response): OpenBody | undefined {
  const stream = toStream(response.body);
  if (!stream) return undefined;
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  return {
    async readTo(limit) {
      while (size <= limit) {
        const { done, value } = await reader.read();
        if (done) return true;
        chunks.push(value);
        size += value.byteLength;
      }
      return false;
    },
    join() {
      const bytes = new Uint8Array(size);
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.byteLength;
      }
      return bytes;
    },
    cancel() {
      reader.cancel().catch(() => {});
      cancelBody(response);
    },
  };
}

/** Ends the connection of a response that nobody reads. */
export function cancelBody({ body }: Partial<Pick<Response, "body">>): void {
  const { cancel, destroy } = fieldsOf(body) as { cancel?: () => Promise<void>; destroy?: () => void };
  // It rejects where somebody is reading it already.
  if (cancel) cancel.call(body).catch(() => {});
  // node-fetch has streams of Node.
  destroy?.call(body);
}

function toStream(body: unknown): ReadableStream<Uint8Array> | undefined {
  const { getReader, [Symbol.asyncIterator]: iterate } = fieldsOf(body) as Partial<ReadableStream>;
  if (getReader) return body as ReadableStream<Uint8Array>;
  const { from } = ReadableStream as { from?: (iterable: unknown) => ReadableStream<Uint8Array> };
  return iterate && from?.call(ReadableStream, body);
}
