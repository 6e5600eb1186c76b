import { describe, expect, test } from "vitest";
import { generateClientKey, generateSessionKey, sessionKeyOf, signPayload } from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { importClientKey } from "./support/import-keys.ts";
import { verifyStamp } from "./support/read-stamp.ts";
import { keys } from "./support/vectors.ts";

const session = {
  id: "Session:019542f5-b3e7-1d02-0000-000000000003",
  accountId: "InternalAccount:1",
  type: "EMAIL_OTP",
  nickname: "ada@example.com",
  createdAt: "2026-08-21T15:31:05Z",
  updatedAt: "2026-08-21T15:31:05Z",
  expiresAt: "2026-08-21T15:46:05Z",
};
const sealed = { ...session, encryptedSessionSigningKey: keys.turnkey.bundle };
const clientKey = await importClientKey(keys.client.privateKey);

describe("sessionKeyOf", () => {
  test("is the device's own key for a session without a sealed one", async () => {
    const own = await generateSessionKey();
    expect(await sessionKeyOf(session, own)).toBe(own);
    const kept = structuredClone(own);
    expect(verifyStamp(await signPayload("payload", await sessionKeyOf(session, kept)), "payload")).toBe(true);
  });

  test("is the sealed key where the API sent one", async () => {
    const opened = await sessionKeyOf(sealed, clientKey);
    expect(opened.publicKey).toBe(keys.session.publicKeyCompressed);
    expect(verifyStamp(await signPayload("payload", opened), "payload")).toBe(true);
  });

  test("says that a sealed key cannot be opened, as openSessionKey does", async () => {
    expect(await catchError(sessionKeyOf(sealed, await generateClientKey()))).toMatchObject({ code: "UNOPENABLE_KEY" });
    const empty = { ...session, encryptedSessionSigningKey: "" };
    expect(await catchError(sessionKeyOf(empty, clientKey))).toMatchObject({ code: "UNOPENABLE_KEY" });
  });

  test("refuses a key of the wrong kind, and says which kind it expected", async () => {
    const own = await generateSessionKey();
    const expected = (name: string) => ({ code: "INVALID_KEY", message: expect.stringContaining(name) });
    for (const other of [own, {}, undefined, null])
      expect(await catchError(sessionKeyOf(sealed, other as never))).toMatchObject(expected("generateClientKey()"));
    for (const other of [clientKey, JSON.parse(JSON.stringify(own)), own.privateKey, {}, undefined, null])
      expect(await catchError(sessionKeyOf(session, other))).toMatchObject(expected("generateSessionKey()"));
  });

  test.each([
    ["that the API is still at work", { status: "PROCESSING" }],
    ["so with a message", { status: "PROCESSING", message: "Try again." }],
    ["what to sign", { type: "EMAIL_OTP", payloadToSign: "p", requestId: "Request:1", expiresAt: session.expiresAt }],
    ["a passkey's challenge", { ...session, challenge: "c", requestId: "Request:1" }],
    ["a credential", { ...session, expiresAt: undefined }],
    ["an empty object", {}],
    ["text", "session"],
    ["nothing", undefined],
    ["null", null],
  ])("refuses a body that says %s, and says to retry the identical request", async (_, body) => {
    for (const key of [clientKey, await generateSessionKey()]) {
      const error = await catchError(sessionKeyOf(body as never, key));
      expect(error).toMatchObject({ name: "GridDeviceError", code: "NOT_A_SESSION" });
      expect((error as Error).message).toMatch(/expected an AuthSession.*retry the identical signed request/);
    }
  });
});
