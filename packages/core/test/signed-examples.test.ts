import { createPublicKey, ECDH, verify } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

/** The key of the shared vectors that signs verification tokens ("grid-sdk vector: verification token key"). */
const TOKEN_KEY = "02cbf0e3e5db19e1d21e47faee101d06da4ea54f70b3a95aa5709e7ed221a2836c";
/** Whose identity tokens the API's specification names. */
const ISSUERS = ["https://accounts.google.com", "accounts.google.com", "https://appleid.apple.com"];
const DAY = 24 * 60 * 60 * 1000;

interface Text {
  /** The field that holds it, and the object that has this field. */
  readonly field: string;
  readonly owner: Readonly<Record<string, unknown>>;
  /** The operation or component where it is. */
  readonly place: string;
  readonly text: string;
}

const fragment = new URL("../../../openapi/latest/grid-auth.yaml", import.meta.url);
const texts = [...listTexts(parse(await readFile(fragment, "utf8")))];

function* listTexts(value: unknown, keys: readonly string[] = []): Generator<Text> {
  if (typeof value !== "object" || value === null) return;
  for (const [field, item] of Object.entries(value)) {
    const place = keys.slice(0, 3).join(" ");
    if (typeof item === "string") yield { field, owner: value as Text["owner"], place, text: item };
    else yield* listTexts(item, [...keys, field]);
  }
}

const decode = (text: string) => JSON.parse(Buffer.from(text, "base64url").toString());

/** The tokens in a text, which may hold one in JSON. */
function listTokens({ text, field, owner, place }: Text) {
  return [...text.matchAll(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g)].map(([token]) => {
    const [header = "", claims = "", signature = ""] = token.split(".");
    return {
      header: decode(header),
      claims: decode(claims),
      signed: `${header}.${claims}`,
      signature,
      field,
      owner,
      place,
    };
  });
}

function keyOf(compressed: string) {
  const point = Buffer.from(ECDH.convertKey(compressed, "prime256v1", "hex", "hex", "uncompressed") as string, "hex");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString("base64url"));
  return createPublicKey({ format: "jwk", key: { kty: "EC", crv: "P-256", x, y } } as never);
}

describe("the verification tokens of latest", () => {
  const tokens = texts.flatMap(listTokens);
  const own = tokens.filter(({ claims }) => claims.verification_type !== undefined);

  test.each(own)("are signed by the vectors' key, and expire within a day of their challenge: $place", (token) => {
    const dsaEncoding = "ieee-p1363";
    const key = { key: keyOf(TOKEN_KEY), dsaEncoding } as const;
    expect(verify("sha256", Buffer.from(token.signed), key, Buffer.from(token.signature, "base64url"))).toBe(true);
    expect(token.claims.exp).toMatch(/^\d{13}$/);
    const challenge = Date.parse(String(token.owner["expiresAt"]));
    expect(Number(token.claims.exp)).toBeGreaterThan(challenge);
    expect(Number(token.claims.exp)).toBeLessThanOrEqual(challenge + DAY);
  });

  const created = texts.filter(({ field }) => field === "createdAt").map(({ text }) => Date.parse(text));
  const identities = tokens.filter(({ claims }) => claims.iss !== undefined);
  test.each(identities)("the identity token is one of a supported issuer: $place $field", ({ header, claims }) => {
    expect(ISSUERS).toContain(claims.iss);
    // Google and Apple sign by RSA.
    expect(header).toMatchObject({ alg: "RS256", typ: "JWT" });
    expect([typeof claims.iat, claims.exp - claims.iat]).toEqual(["number", 3600]);
    expect(claims.iat * 1000).toBeGreaterThan(Math.min(...created));
    expect(claims.iat * 1000).toBeLessThan(Math.max(...created));
  });

  test("there are of both kinds", () => {
    expect([own.length, identities.length].every((count) => count > 1)).toBe(true);
  });
});

describe("the stamps of latest", () => {
  const stamps = texts.filter(({ text }) => text.startsWith("eyJwdWJsaWNLZXki"));
  const payloads = texts.filter(({ field }) => field === "payloadToSign");

  test("there are some", () => {
    expect(stamps.length).toBeGreaterThan(1);
  });

  test.each(stamps)("sign a payload of their operation: $place", ({ text, place }) => {
    const { publicKey, scheme, signature } = decode(text);
    expect(scheme).toBe("SIGNATURE_SCHEME_TK_API_P256");
    const signed = payloads.filter(
      (payload) =>
        payload.place === place &&
        verify("sha256", Buffer.from(payload.text), keyOf(publicKey), Buffer.from(signature, "hex")),
    );
    expect(signed).toHaveLength(1);
  });
});
