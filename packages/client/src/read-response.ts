import type { Call } from "./call.ts";
import { GridConnectionError } from "./errors/grid-connection-error.ts";
import { GridResponseError } from "./errors/grid-response-error.ts";
import { type Mask, maskHeaders } from "./mask.ts";
import { parseJson } from "./parse-json.ts";
import { cancelBody, decode, isJsonStart, MAX_ERROR_LENGTH, readBody } from "./read-body.ts";

/**
 * Reads the body and returns the response with it, so that a connection that breaks later does no harm. Throws a
 * `GridResponseError` for a redirect and for a success of more than `maxResponseBytes`, and a `GridConnectionError` for
 * a compressed body that was cut off.
 */
export async function readResponse(
  response: Response,
  call: Call,
  { maxResponseBytes, mask }: { readonly maxResponseBytes: number; readonly mask: Mask },
  signal: AbortSignal,
): Promise<Response> {
  const { ok, status, headers } = response;
  // To follow it would send the credentials to another place. In a browser it has no status.
  if ([301, 302, 303, 307, 308].includes(status) || response.type === "opaqueredirect") {
    cancelBody(response);
    throw new GridResponseError(response, "a redirect, which is not followed", call);
  }
  if (response.bodyUsed) throw refuseRead(response, call);
  const { chunks, isWhole } = await readBody(response, maxResponseBytes, signal);
  if (ok && !isWhole) {
    throw new GridResponseError(response, `more than ${maxResponseBytes} bytes: see maxResponseBytes`, call);
  }
  const { parseAs } = call.options;
  if (ok && (parseAs === "blob" || parseAs === "arrayBuffer")) return giveBody(response, new Blob(chunks));
  const text = mask(decode(chunks));
  if (!ok && !(isWhole && (text.length <= MAX_ERROR_LENGTH || parseJson(text) !== undefined))) {
    return giveBody(response, `${text.slice(0, MAX_ERROR_LENGTH)}… (cut off)`);
  }
  // Decompression does not fail if the bytes end too early.
  if (headers.get("content-encoding") && isJsonStart(text) && !/[\]}]\s*$/.test(text)) {
    throw new GridConnectionError("the compressed body was cut off", { ...call, mayHaveBeenProcessed: true });
  }
  return giveBody(response, text);
}

/** The response with secrets masked in its head; itself if it has none. */
export function maskHead(response: Response, mask: Mask): Response {
  const headers = maskHeaders(response.headers, mask);
  const statusText = mask(response.statusText ?? "");
  if (headers === response.headers && statusText === (response.statusText ?? "")) return response;
  const head = { headers, statusText };
  return replace(response, (name) => (Object.hasOwn(head, name) ? head : response));
}

const OF_THE_BODY = /^(arrayBuffer|blob|body|bodyUsed|bytes|clone|formData|json|text)$/;

/**
 * The same response with a body that can be read once more. A new `Response` would not have its `url` and `type`, and
 * is as expensive as the rest of a call, so it is made only if more than the text is wanted.
 */
function giveBody(response: Response, body: string | Blob): Response {
  let copy: Response | undefined;
  const unread: Record<string, unknown> = { bodyUsed: false };
  if (typeof body === "string") {
    unread["text"] = async () => {
      // The original has been read, and so has this one from now on.
      copy = response;
      return body;
    };
  }
  return replace(response, (name) => {
    if (!copy && Object.hasOwn(unread, name)) return unread;
    if (!OF_THE_BODY.test(String(name))) return response;
    // RFC 9110, section 15: these statuses have no body, and the constructor accepts none.
    return (copy ??= new Response([204, 205, 304].includes(response.status) ? null : body, response));
  });
}

export function refuseRead(response: Response, call: Call): GridResponseError {
  return new GridResponseError(response, "a body that was read before: read a clone of the response", call);
}

/** A response whose properties come from the object that `findOwner` returns for each name. */
function replace(response: Response, findOwner: (name: string | symbol) => object): Response {
  return new Proxy(response, {
    get(_, name) {
      const owner = findOwner(name);
      const value: unknown = Reflect.get(owner, name, owner);
      // A platform's methods need the real object. Symbols are left, so that inspection shows the replaced properties.
      return typeof value === "function" && typeof name === "string" ? (value.bind(owner) as unknown) : value;
    },
  });
}
