import { GridConfigError } from "./errors/grid-config-error.ts";

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/** Throws a `GridConfigError` for a base URL that credentials must not be sent to; it never shows the URL. */
export function checkBaseUrl(baseUrl: string, allowInsecureHttp = false): void {
  const url = URL.canParse(baseUrl) && new URL(baseUrl);
  const secure =
    url &&
    (url.protocol === "https:" || (url.protocol === "http:" && (allowInsecureHttp || LOOPBACK.test(url.hostname))));
  if (!secure)
    throw new GridConfigError("baseUrl must be an https: URL, or of this machine, or allowInsecureHttp set.");
  if (url.username || url.password || /[?#]/.test(baseUrl)) {
    throw new GridConfigError("baseUrl must have no credentials, query or fragment.");
  }
}
