import { parseJsonObject } from "../../../parse-json-object.ts";
import type { Issuer } from "../../../proofs/issuer.ts";
import { type Refusal, refuseInput } from "../../../refusal.ts";

/** A token must have the form of a JSON Web Token: a header, claims and a signature. */
export function demandToken(token: string): Record<string, unknown> {
  const [header, claims, ...rest] = token.split(".").map((part) => Buffer.from(part, "base64url").toString("utf8"));
  const parsed = parseJsonObject(claims ?? "");
  const isToken = rest.length === 1 && "alg" in parseJsonObject(header ?? "") && Object.keys(parsed).length > 0;
  if (isToken) return parsed;
  throw refuse("oidcToken is not a JSON Web Token.", "malformed");
}

/** The emulator registers only identities of its own issuer. */
export function demandIssuer({ iss }: Record<string, unknown>, issuer: Issuer): void {
  if (iss === issuer.url) return;
  throw refuse(`oidcToken is of an issuer that is not supported: ${issuer.url} is.`, "not a supported issuer");
}

function refuse(message: string, reason: string): Refusal {
  return refuseInput(message, { field: "oidcToken", reason });
}
