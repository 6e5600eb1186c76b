import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openOtpSeal, readOtpSeal } from "../../src/keys/open-otp-seal.ts";

interface Sealed {
  readonly name?: string;
  readonly plaintext?: string;
  readonly encryptedOtpBundle: string;
}

const vectors = JSON.parse(
  readFileSync(new URL("../../../device/test/vectors/sealed-otp.json", import.meta.url), "utf8"),
) as {
  readonly keys: { readonly target: { readonly privateKey: string; readonly publicKey: string } };
  readonly seals: readonly Sealed[];
  readonly turnkeySeal: Sealed;
  readonly mustNotOpen: readonly Sealed[];
};

const open = (bundle: string) => {
  const seal = readOtpSeal(bundle);
  return seal && openOtpSeal(seal, vectors.keys.target);
};

describe("openOtpSeal", () => {
  test.each([...vectors.seals, { name: "by the vendor", ...vectors.turnkeySeal }])("opens $name", async (vector) => {
    expect(await open(vector.encryptedOtpBundle)).toEqual(JSON.parse(vector.plaintext ?? ""));
  });

  test.each(vectors.mustNotOpen)("does not open: $name", async ({ encryptedOtpBundle }) => {
    expect(readOtpSeal(encryptedOtpBundle)).toBeDefined();
    expect(await open(encryptedOtpBundle)).toBeUndefined();
  });

  test("accepts hex in either case", async () => {
    const [{ encryptedOtpBundle = "" } = {}] = vectors.seals;
    const { encappedPublic, ciphertext } = JSON.parse(encryptedOtpBundle) as Record<string, string>;
    const upper = { encappedPublic: encappedPublic?.toUpperCase(), ciphertext: ciphertext?.toUpperCase() };
    expect(await open(JSON.stringify(upper))).toHaveProperty("otp_code");
  });
});
