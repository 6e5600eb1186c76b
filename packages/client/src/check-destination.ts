import type { Call } from "./call.ts";
import { GridConfigError } from "./errors/grid-config-error.ts";
import { fitsTemplate } from "./fits-template.ts";

/**
 * Throws a `GridConfigError` for a URL that is not below the client's own: whatever middleware and serializers made of
 * it, the credentials go nowhere else.
 *
 * @param template what the rest of the URL has to be besides, each parameter one segment
 */
export function checkDestination(url: string, baseUrl: string, call: Call, template?: string): void {
  const { href } = new URL(url);
  const isBelow = href.startsWith(`${baseUrl}/`) || href === baseUrl;
  if (!isBelow) {
    throw new GridConfigError("the request would leave the client's baseUrl: create another client for it.", call);
  }
  if (template !== undefined && !fitsTemplate(href.slice(baseUrl.length), template)) {
    throw new GridConfigError("the pathSerializer addresses another resource; each value must stay one segment.", call);
  }
}
