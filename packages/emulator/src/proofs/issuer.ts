import { generateKeyPairSync, randomUUID, sign } from "node:crypto";
import type { JWK } from "jose";

/** The claims of a token. Times are in seconds since 1970. Other claims are allowed too. */
export interface TokenClaims {
  /** The user of the token. */
  readonly sub: string;
  readonly email?: string | undefined;
  /** The audience of the token. Default: `grid-emulator`. */
  readonly aud?: string | undefined;
  /** Default: the emulator's time. */
  readonly iat?: number | undefined;
  /** Default: an hour after `iat`. */
  readonly exp?: number | undefined;
  /** Default: the emulator's issuer. It refuses tokens of any other issuer. */
  readonly iss?: string | undefined;
  readonly [claim: string]: unknown;
}

/** The emulator's own OpenID Connect issuer. */
export interface Issuer {
  /** Its URL: the claim `iss` of its tokens. */
  readonly url: string;
  /** Its public keys, RFC 7517. */
  readonly keys: { readonly keys: readonly JWK[] };
  issueToken(claims: TokenClaims, now: number): string;
}

export const DEFAULT_AUDIENCE = "grid-emulator";

/** Makes an issuer with a new key pair. `readUrl` is called for each token, because a server has no URL before it listens. */
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
      // jti makes each token unique, also within the same second.
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

/** Throws a `TypeError` for claims that no library could read. */
function checkClaims(claims: TokenClaims): void {
  const { sub, aud, iss, email, iat, exp } = Object(claims) as Record<string, unknown>;
  if (typeof sub !== "string" || sub === "") throw refuseClaim("sub", "a string", sub);
  for (const [name, value] of Object.entries({ aud, iss, email })) {
    if (value !== undefined && typeof value !== "string") throw refuseClaim(name, "a string", value);
  }
  for (const [name, value] of Object.entries({ iat, exp })) {
    if (value !== undefined && !Number.isSafeInteger(value))
      throw refuseClaim(name, "a whole number of seconds since 1970", value);
  }
}

function refuseClaim(name: string, expected: string, value: unknown): TypeError {
  return new TypeError(`oidcToken: ${name} must be ${expected}; got ${JSON.stringify(value)}.`);
}
