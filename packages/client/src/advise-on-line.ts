import type { Call } from "./call.ts";
import type { Settings } from "./read-options.ts";

/**
 * The advice for a sign-in that production refuses although this client's revision allows it. The live API has changed
 * under the same URL and version, and does not serve older revisions. Nothing is known about other servers.
 */
export function adviseOnLine(
  { revision, baseUrl }: Settings,
  { operationId }: Call,
  status: number,
): string | undefined {
  const isRefused = operationId === "verifyAuthCredential" && (status === 400 || status === 401);
  const isProduction = isRefused && revision.baseUrl.startsWith(new URL("/", baseUrl).href);
  return isProduction ? revision.signInAdvice : undefined;
}
