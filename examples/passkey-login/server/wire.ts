import { AsyncLocalStorage } from "node:async_hooks";

/** One exchange of this backend with the API, as the page shows it. */
export interface Exchange {
  readonly call: string;
  readonly sent: unknown;
  readonly answer: string;
  readonly got: unknown;
}

/** What is said with the API while a request of the page is worked on. */
export const exchanges = new AsyncLocalStorage<Exchange[]>();

/** Never shown: what opens, signs or proves something. */
const SECRETS = /^(otp|oidcToken|signature|encryptedSessionSigningKey|grid-wallet-signature)$/i;
const SHOWN_HEADERS = ["grid-wallet-signature", "request-id"];

/** A `fetch` that keeps a record, without secrets; the `Authorization` header is none of it. */
export async function fetchOnRecord(url: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  const shown = SHOWN_HEADERS.flatMap((name) => (headers.has(name) ? [[name, headers.get(name)]] : []));
  const body = typeof init.body === "string" ? (JSON.parse(init.body) as object) : {};
  const exchange = {
    call: `${init.method} ${decodeURIComponent(new URL(url).pathname)}`,
    sent: mask({ ...Object.fromEntries(shown), ...body }),
  };
  try {
    const response = await fetch(url, init);
    const got: unknown = await response
      .clone()
      .json()
      .catch(() => undefined);
    exchanges.getStore()?.push({ ...exchange, answer: String(response.status), got: mask(got) });
    return response;
  } catch (error) {
    exchanges.getStore()?.push({ ...exchange, answer: "no answer", got: undefined });
    throw error;
  }
}

function mask(value: unknown): unknown {
  if (value === undefined) return undefined;
  return JSON.parse(JSON.stringify(value), (name, item: unknown) => {
    if (SECRETS.test(name)) return "•••";
    return typeof item === "string" && item.length > 60 ? `${item.slice(0, 40)}…` : item;
  });
}
