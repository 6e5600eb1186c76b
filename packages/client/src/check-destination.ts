import type { Call } from "./call.ts";
import { GridConfigError } from "./errors/grid-config-error.ts";
import { fitsTemplate } from "./fits-template.ts";

/**
 * Throws a `GridConfigError` for a URL that is not below the client's own. Whatever middleware and serializers make of
 * a URL, the credentials go nowhere else.
 *
 * @param template the path template that the rest of the URL must fit, with one segment for each parameter
 */
export function checkDestination(url: string, baseUrl: string, call: Call, template?: string): void {
  const href = URL.canParse(url) ? new URL(url).href : "";
  if (href !== baseUrl && !href.startsWith(`${baseUrl}/`)) {
    throw new GridConfigError("the request would leave the client's baseUrl: create another client for it.", call);
  }
  if (template !== undefined && !fitsTemplate(href.slice(baseUrl.length), template)) {
    throw new GridConfigError("the pathSerializer addresses another resource: each value must stay one segment.", call);
  }
}
