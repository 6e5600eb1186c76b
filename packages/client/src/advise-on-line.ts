import type { Call } from "./call.ts";
import type { Settings } from "./read-options.ts";

/**
 * What to say of a sign-in that production refuses although this client's revision allows it: the live API has moved on
 * under the same URL and version, and serves no older revision. Of any other server nothing is known.
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
