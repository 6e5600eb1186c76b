import { GridConfigError } from "./errors/grid-config-error.ts";

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * The base URL as `URL` writes it, without a slash at its end. Throws a `GridConfigError` for a URL that must not get
 * credentials, or that does not name one place. The message never shows the URL.
 */
export function readBaseUrl(given: string | URL, allowInsecureHttp = false): string {
  const text = String(given).trim();
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSecure =
    url?.protocol === "https:" || (url?.protocol === "http:" && (allowInsecureHttp || LOOPBACK.test(url.hostname)));
  if (!url || !isSecure) {
    throw new GridConfigError(
      "baseUrl must be an https: URL; http: is allowed on this machine, or with allowInsecureHttp: true.",
    );
  }
  if (url.username || url.password || /[?#]/.test(text)) {
    throw new GridConfigError("baseUrl must have no credentials, query or fragment.");
  }
  if (/[\s\\{}\p{Cc}]/u.test(text)) {
    throw new GridConfigError("baseUrl must have no spaces, backslashes, control characters or {variables}.");
  }
  return url.href.replace(/\/+$/, "");
}
