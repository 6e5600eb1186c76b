import type { AuthSession } from "@grid-sdk/core";
import type { AuthSession as LatestAuthSession } from "@grid-sdk/core/latest";
import { describe, expectTypeOf, test } from "vitest";
import type { SessionKey as BrowserKey } from "../src/index.ts";
import {
  type ClientKey,
  exportSessionKey,
  importSessionKey,
  openSessionKey,
  passkeyRequestOptions,
  sealOtp,
  type SessionKey,
  sessionKeyOf,
  signPayload,
} from "../src/native.ts";

declare const key: SessionKey;
declare const clientKey: ClientKey;
declare const browserKey: BrowserKey;

describe("the types of the entry for React Native", () => {
  test("are those of the main entry, with keys of its own", () => {
    expectTypeOf(sealOtp("{}", "123456", key.publicKey, { signer: "unverified" })).resolves.toBeString();
    expectTypeOf(sessionKeyOf({} as AuthSession, clientKey)).resolves.toEqualTypeOf<SessionKey>();
    expectTypeOf(sessionKeyOf({} as LatestAuthSession, key)).resolves.toEqualTypeOf<SessionKey>();
    expectTypeOf(importSessionKey("")).resolves.toEqualTypeOf<SessionKey>();
    expectTypeOf(exportSessionKey(key)).resolves.toBeString();
  });

  test("refuse a key that JSON lost, and keys of another kind", () => {
    // @ts-expect-error only a public key does not sign
    signPayload("payload", { publicKey: key.publicKey });
    // @ts-expect-error a client key neither
    signPayload("payload", clientKey);
    // @ts-expect-error nor a browser's
    signPayload("payload", browserKey);
    // @ts-expect-error a client key is not for the store
    exportSessionKey(clientKey);
    // @ts-expect-error a session key opens nothing
    openSessionKey("", key);
    // @ts-expect-error the store may have none
    importSessionKey(null as string | null);
  });

  test("fit libraries that name the transports", () => {
    type Transport = "ble" | "cable" | "hybrid" | "internal" | "nfc" | "smart-card" | "usb";
    const options = passkeyRequestOptions("AAAA");
    expectTypeOf<NonNullable<typeof options.allowCredentials>[number]["transports"]>().toExtend<
      Transport[] | undefined
    >();
  });
});
