import type { Call } from "./call.ts";
import { GridConnectionError } from "./errors/grid-connection-error.ts";
import { GridResponseError } from "./errors/grid-response-error.ts";
import { type Mask, maskHeaders } from "./mask.ts";
import { parseJson } from "./parse-json.ts";
import { cancelBody, openBody } from "./read-body.ts";

/** What is wrong with a response whose body middleware, or a given fetch, has consumed. */
export const READ_ALREADY = "a body that was read before: read a clone of the response";

/** The beginning of an error page is enough. */
const MAX_ERROR_LENGTH = 10_000;
/** More than its characters have in UTF-8, so that no secret is cut in two before it is masked. */
const MAX_ERROR_BYTES = 4 * MAX_ERROR_LENGTH;

/**
 * Reads the body, so that the response is one that no broken connection can take back, and returns the response with
 * it. What is too much is not read. Throws a `GridResponseError` for a redirect and for a success of more than
 * `maxResponseBytes`, and a `GridConnectionError` for a compressed body that was cut.
 */
export async function readResponse(
  response: Response,
  call: Call,
  { maxResponseBytes, mask }: { readonly maxResponseBytes: number; readonly mask: Mask },
  signal: AbortSignal,
): Promise<Response> {
  const { ok, status, headers } = response;
  // Following it would take credentials to wherever it points. In a browser it has no status.
  if ([301, 302, 303, 307, 308].includes(status) || response.type === "opaqueredirect") {
    cancelBody(response);
    throw new GridResponseError(response, "a redirect, which is not followed", call);
  }
  if (response.bodyUsed) throw new GridResponseError(response, READ_ALREADY, call);
  const { bytes, isWhole } = await readBytes(response, maxResponseBytes, signal);
  if (ok && !isWhole) {
    throw new GridResponseError(response, `more than ${maxResponseBytes} bytes: see maxResponseBytes`, call);
  }
  if (ok && wantsBytes(call)) return giveBody(response, bytes);
  const text = mask(new TextDecoder().decode(bytes));
  if (!ok && !(isWhole && (text.length <= MAX_ERROR_LENGTH || parseJson(text) !== undefined))) {
    return giveBody(response, `${text.slice(0, MAX_ERROR_LENGTH)}… (cut off)`);
  }
  // Decompression ends without an error where the bytes end too early.
  if (headers.get("content-encoding") && isJsonStart(text) && !/[\]}]\s*$/.test(text)) {
    throw new GridConnectionError("the compressed body was cut off", { ...call, mayHaveBeenProcessed: true });
  }
  return giveBody(response, text);
}

/** Of an error that is not JSON, only the beginning. */
async function readBytes(
  response: Response,
  maxBytes: number,
  signal: AbortSignal,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly isWhole: boolean }> {
  const body = openBody(response);
  if (!body) {
    const bytes = new TextEncoder().encode(await response.text());
    return { bytes, isWhole: bytes.length <= maxBytes };
  }
  // It is the attempt's own signal, and ends with it.
  signal.addEventListener("abort", body.cancel);
  let isWhole = await body.readTo(response.ok ? maxBytes : Math.min(maxBytes, MAX_ERROR_BYTES));
  if (!isWhole && isJsonStart(new TextDecoder().decode(body.join()))) isWhole = await body.readTo(maxBytes);
  if (!isWhole) body.cancel();
  return { bytes: body.join(), isWhole };
}

function isJsonStart(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

function wantsBytes({ options: { parseAs } }: Call): boolean {
  return parseAs === "blob" || parseAs === "arrayBuffer";
}

/** The response without secrets in its head; itself where it has none. */
export function maskHead(response: Response, mask: Mask): Response {
  const headers = maskHeaders(response.headers, mask);
  const statusText = mask(response.statusText ?? "");
  if (headers === response.headers && statusText === (response.statusText ?? "")) return response;
  const head = { headers, statusText };
  return replace(response, (name) => (Object.hasOwn(head, name) ? head : response));
}

const OF_THE_BODY = "arrayBuffer blob body bodyUsed bytes clone formData json text".split(" ");

/**
 * The same response with its body to be read once more: `url` and `type` stay, which a new `Response` would not have,
 * and reading it costs nothing where it is text.
 */
function giveBody(response: Response, body: string | Uint8Array<ArrayBuffer>): Response {
  let copy: Response | undefined;
  const text = async () => {
    // From here on it is read, as the one that came is.
    copy = response;
    return body;
  };
  return replace(response, (name) => {
    if (name === "text" && !copy && typeof body === "string") return { text };
    if (!OF_THE_BODY.includes(name as string)) return response;
    // RFC 9110, section 15: these have none, and the constructor refuses any.
    return (copy ??= new Response([204, 205, 304].includes(response.status) ? null : body, response));
  });
}

/** A response whose properties are those of the object that `ownerOf` names for each. */
function replace(response: Response, ownerOf: (name: string | symbol) => object): Response {
  return new Proxy(response, {
    get(_, name) {
      const owner = ownerOf(name);
      const value: unknown = Reflect.get(owner, name, owner);
      // A platform's methods know no proxy; but what inspects it shows what the proxy gives.
      return typeof value === "function" && typeof name === "string" ? (value.bind(owner) as unknown) : value;
    },
  });
}
