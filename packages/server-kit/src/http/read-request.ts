import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import type { CheckedRequest, QueryValues } from "@grid-sdk/contract";

/** A request as the server received it. Its path has the base path, and no query. */
export interface ReceivedRequest extends CheckedRequest {
  readonly method: string;
}

/** The size limit of a body, compressed or not: far more than any operation needs. */
export const MAX_BODY_BYTES = 4_194_304;
const BOUND = { maxOutputLength: MAX_BODY_BYTES };

const DECODERS: Record<string, (body: Uint8Array) => Promise<Buffer>> = {
  gzip: (body) => promisify(gunzip)(body, BOUND),
  "x-gzip": (body) => promisify(gunzip)(body, BOUND),
  deflate: (body) => promisify(inflate)(body, BOUND),
  br: (body) => promisify(brotliDecompress)(body, BOUND),
};

/** The body is longer than `MAX_BODY_BYTES`. */
export class BodyTooLong extends Error {}

export async function readRequest(message: IncomingMessage): Promise<ReceivedRequest> {
  const { path, search } = splitTarget(message.url ?? "/");
  return {
    method: message.method ?? "GET",
    path,
    query: readQuery(search),
    headers: Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)])),
    ...(await readBody(await readBytes(message), message.headers["content-encoding"] ?? "")),
  };
}

/** RFC 9112, section 3.2: a target is a path, a whole URL as proxies receive it, or `*`. */
function splitTarget(target: string): { path: string; search: string } {
  const local = /^https?:\/\//i.test(target) ? target.replace(/^\w+:\/\/[^/?#]*/, "").replace(/^(?!\/)/, "/") : target;
  const [path = ""] = local.split("?", 1);
  return { path, search: local.slice(path.length + 1) };
}

function readQuery(search: string): QueryValues {
  const parameters = new URLSearchParams(search);
  const names = [...new Set(parameters.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const [first = "", ...others] = parameters.getAll(name);
      return [name, others.length > 0 ? [first, ...others] : first];
    }),
  );
}

/** Not with `for await`: leaving it early would close the connection before the response. */
function readBytes(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    message.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MAX_BODY_BYTES) return void chunks.push(chunk);
      // The rest is read and dropped, so that the client gets to the response.
      chunks.length = 0;
      reject(new BodyTooLong());
    });
    message.once("end", () => resolve(Buffer.concat(chunks)));
    message.once("error", reject);
  });
}

type ReadBody = Pick<ReceivedRequest, "body" | "syntaxError">;

async function readBody(bytes: Buffer, encoding: string): Promise<ReadBody> {
  if (bytes.length === 0) return { body: undefined };
  const codings = encoding
    .split(",")
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== "" && coding !== "identity");
  let decoded = bytes;
  for (const coding of codings.toReversed()) {
    const decode = DECODERS[coding];
    if (!decode) return { body: "", syntaxError: `has a content-encoding that is not understood: ${coding}` };
    try {
      decoded = await decode(decoded);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw new BodyTooLong();
      return { body: "", syntaxError: `is not valid ${coding}` };
    }
  }
  return parseBody(decoded.toString("utf8"));
}

function parseBody(body: string): ReadBody {
  try {
    return { body: JSON.parse(body) };
  } catch (error) {
    // The message of JSON.parse quotes the body, which may contain a secret.
    const at = /position \d+/.exec(String(error))?.[0];
    return { body, syntaxError: at ? `is not valid JSON at ${at}` : "is not valid JSON" };
  }
}
