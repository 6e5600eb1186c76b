import { p256 } from "@noble/curves/nist.js";
import { expect, test } from "vitest";
import { keys } from "../../test/support/vectors.ts";
import { encodeStamp } from "./stamp.ts";

test.each([keys.stamp.derHex, keys.stamp.derHexOtherS])("encodes a signature as it was made: %s", (der) => {
  const raw = p256.Signature.fromHex(der, "der").toBytes("compact");
  const stamp = JSON.stringify({
    publicKey: keys.session.publicKeyCompressed,
    scheme: "SIGNATURE_SCHEME_TK_API_P256",
    signature: der,
  });
  expect(encodeStamp(keys.session.publicKeyCompressed, raw)).toBe(Buffer.from(stamp).toString("base64url"));
});

test("encodes the vector's signature to the vector's header", () => {
  const raw = p256.Signature.fromHex(keys.stamp.derHex, "der").toBytes("compact");
  expect(encodeStamp(keys.session.publicKeyCompressed, raw)).toBe(keys.stamp.header);
});
