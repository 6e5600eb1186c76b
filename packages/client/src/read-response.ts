import type { Call } from "./call.ts";
import { GridConnectionError } from "./errors/grid-connection-error.ts";
import { GridResponseError } from "./errors/grid-response-error.ts";

/** The beginning of an error page is enough. */
const MAX_ERROR_LENGTH = 10_000;

/**
 * Reads the whole body, so that the response is one that no broken connection can take back, and returns the response
 * with it. Throws a `GridResponseError` for a redirect and a `GridConnectionError` for a compressed body that was cut.
 */
export async function readResponse(response: Response, call: Call): Promise<Response> {
  const { ok, status, headers } = response;
  // Following it would take credentials to wherever it points. In a browser it has no status.
  if (/^30[12378]$/.test(String(status)) || response.type === "opaqueredirect") {
    throw new GridResponseError(response, "a redirect, which is not followed", call);
  }
  if (wantsBytes(call)) return giveBody(response, await response.arrayBuffer());
  const text = await response.text();
  if (!ok && text.length > MAX_ERROR_LENGTH) {
    return giveBody(response, `${text.slice(0, MAX_ERROR_LENGTH)}… (cut off, ${text.length} characters in all)`);
  }
  // Decompression ends without an error where the bytes end too early.
  if (headers.get("content-encoding") && /^\s*[[{]/.test(text) && !/[\]}]\s*$/.test(text)) {
    throw new GridConnectionError("the compressed body was cut off", { ...call, mayHaveBeenProcessed: true });
  }
  return giveBody(response, text);
}

function wantsBytes({ options: { parseAs } }: Call): boolean {
  return parseAs === "blob" || parseAs === "arrayBuffer";
}

/**
 * The same response with its body to be read once more: `url` and `type` stay, which a new `Response` would not have,
 * and reading it costs nothing where it is text.
 */
function giveBody(response: Response, body: string | ArrayBuffer): Response {
  let copy: Response | undefined;
  // RFC 9110, section 15: these have none, and the constructor refuses any.
  const unread = () => (copy ??= new Response([204, 205, 304].includes(response.status) ? null : body, response));
  return new Proxy(response, {
    get(target, name) {
      if (name === "text" && !copy && typeof body === "string") {
        return async () => {
          // From here on it is read, as the one that came is.
          copy = target;
          return body;
        };
      }
      const owner = OF_THE_BODY.has(name) ? unread() : target;
      const value: unknown = Reflect.get(owner, name, owner);
      return typeof value === "function" ? (value.bind(owner) as unknown) : value;
    },
  });
}

const OF_THE_BODY = new Set<string | symbol>(
  "arrayBuffer blob body bodyUsed bytes clone formData json text".split(" "),
);
