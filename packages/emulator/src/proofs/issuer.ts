import { generateKeyPairSync, randomUUID, sign } from "node:crypto";
import type { JWK } from "jose";

/** The claims of a token. Times are in seconds since 1970. Whatever else is given stands in it too. */
export interface TokenClaims {
  /** Whom it is of. */
  readonly sub: string;
  readonly email?: string | undefined;
  /** For whom it was issued. Default: `grid-emulator`. */
  readonly aud?: string | undefined;
  /** Default: the emulator's now. */
  readonly iat?: number | undefined;
  /** Default: an hour after `iat`. */
  readonly exp?: number | undefined;
  /** Default: the emulator's issuer; any other is none that it trusts. */
  readonly iss?: string | undefined;
  readonly [claim: string]: unknown;
}

/** An OpenID Connect issuer of the emulator's own. */
export interface Issuer {
  /** Its identifier, an URL: `iss` of its tokens. */
  readonly url: string;
  /** Its public keys, RFC 7517. */
  readonly keys: { readonly keys: readonly JWK[] };
  issueToken(claims: TokenClaims, now: number): string;
}

export const DEFAULT_AUDIENCE = "grid-emulator";

/** An issuer with a key pair of its own. `readUrl` is asked when a token is issued: a server has an URL once it listens. */
export function createIssuer(readUrl: () => string): Issuer {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const kid = randomUUID();
  return {
    get url() {
      return readUrl();
    },
    keys: { keys: [{ ...(publicKey.export({ format: "jwk" }) as JWK), kid, alg: "ES256", use: "sig" }] },
    issueToken(claims, now) {
      checkClaims(claims);
      const iat = claims.iat ?? Math.floor(now / 1000);
      // Issued anew in the same second, it is another token all the same.
      const payload = { iss: readUrl(), aud: DEFAULT_AUDIENCE, exp: iat + 3600, jti: randomUUID(), ...claims, iat };
      const content = `${encode({ alg: "ES256", typ: "JWT", kid })}.${encode(payload)}`;
      const signature = sign("sha256", Buffer.from(content), { key: privateKey, dsaEncoding: "ieee-p1363" });
      return `${content}.${signature.toString("base64url")}`;
    },
  };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** What would make a token that no library reads. Throws a `TypeError`. */
function checkClaims(claims: TokenClaims): void {
  const { sub, aud, iss, email, iat, exp } = Object(claims) as Record<string, unknown>;
  if (typeof sub !== "string" || sub === "") throw refuseClaim("sub", "a text", sub);
  for (const [name, value] of Object.entries({ aud, iss, email })) {
    if (value !== undefined && typeof value !== "string") throw refuseClaim(name, "a text", value);
  }
  for (const [name, value] of Object.entries({ iat, exp })) {
    if (value !== undefined && !Number.isSafeInteger(value)) throw refuseClaim(name, "whole seconds since 1970", value);
  }
}

function refuseClaim(name: string, expected: string, value: unknown): TypeError {
  return new TypeError(`oidcToken takes { ${name} } as ${expected}; got ${JSON.stringify(value)}.`);
}
