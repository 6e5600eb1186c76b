import { createRequire } from "node:module";
import * as device from "@grid-sdk/device";
import * as native from "@grid-sdk/device/native";
import * as passkey from "@grid-sdk/device/passkey";
import { expect, test } from "vitest";

const require = createRequire(import.meta.url);

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

test("the passkey entry has all of the main entry that needs no cryptography", () => {
  expect(Object.keys(passkey).toSorted()).toEqual(PASSKEY);
  expect(Object.keys(device).toSorted()).toEqual([...PASSKEY, ...KEYS].toSorted());
});

test("the entry for React Native has the same names, except the browser's dialogs, and can export keys", () => {
  const names = [...PASSKEY, ...KEYS, "exportSessionKey", "importSessionKey"];
  const dialogs = new Set(["createPasskey", "getPasskey"]);
  expect(Object.keys(native).toSorted()).toEqual(names.filter((name) => !dialogs.has(name)).toSorted());
  expect(native.PRODUCTION_OTP_SIGNER).toBe(device.PRODUCTION_OTP_SIGNER);
});

test("the copies of the entry for React Native accept each other's keys", async () => {
  const copy = require("@grid-sdk/device/native") as typeof native;
  expect(copy).not.toBe(native);
  const key = await native.generateSessionKey();
  const stamp = await native.signPayload("payload", key);
  expect(await copy.signPayload("payload", key)).toBe(stamp);
  expect(await native.signPayload("payload", await copy.importSessionKey(await copy.exportSessionKey(key)))).toBe(
    stamp,
  );
});

test("copies of the package, in both module formats, recognise each other's errors", () => {
  const copies = [
    device,
    passkey,
    native,
    require("@grid-sdk/device"),
    require("@grid-sdk/device/passkey"),
    require("@grid-sdk/device/native"),
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
