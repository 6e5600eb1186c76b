import { createRequire } from "node:module";
import * as device from "@grid-sdk/device";
import * as passkey from "@grid-sdk/device/passkey";
import { expect, test } from "vitest";

const PASSKEY = [
  "GridDeviceError",
  "createPasskey",
  "getPasskey",
  "isGridDeviceError",
  "passkeyCreationOptions",
  "passkeyRequestOptions",
  "toPasskeyAssertion",
  "toPasskeyAttestation",
];
const KEYS = [
  "PRODUCTION_OTP_SIGNER",
  "generateClientKey",
  "generateSessionKey",
  "openSessionKey",
  "sealOtp",
  "sessionKeyOf",
  "signPayload",
];

test("the second entry has what of the first needs no cryptography", () => {
  expect(Object.keys(passkey).toSorted()).toEqual(PASSKEY);
  expect(Object.keys(device).toSorted()).toEqual([...PASSKEY, ...KEYS].toSorted());
});

test("the package's copies, of two entries in two formats, recognise each other's errors", () => {
  const require = createRequire(import.meta.url);
  const copies = [
    device,
    passkey,
    require("@grid-sdk/device"),
    require("@grid-sdk/device/passkey"),
  ] as (typeof passkey)[];
  const errors = copies.map((copy) => new copy.GridDeviceError("WRONG_RP", "wrong"));
  expect(new Set(copies.map((copy) => copy.GridDeviceError)).size).toBe(copies.length);
  for (const { isGridDeviceError } of copies) {
    expect(errors.every((error) => isGridDeviceError(error, "WRONG_RP"))).toBe(true);
    expect(errors.some((error) => isGridDeviceError(error, "UNSUPPORTED"))).toBe(false);
    for (const other of [undefined, null, "WRONG_RP", new Error("WRONG_RP"), { code: "WRONG_RP" }])
      expect(isGridDeviceError(other)).toBe(false);
  }
});
