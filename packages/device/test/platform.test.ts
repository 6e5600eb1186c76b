import { webcrypto } from "node:crypto";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { encodeUtf8 } from "../src/bytes/utf8.ts";
import {
  generateClientKey,
  generateSessionKey,
  isGridDeviceError,
  openSessionKey,
  passkeyCreationOptions,
  passkeyRequestOptions,
  sealOtp,
  signPayload,
} from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { importClientKey } from "./support/import-keys.ts";
import { keys, sealedOtp } from "./support/vectors.ts";

const HEX = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const clientKey = await importClientKey(keys.client.privateKey);
const sessionKey = await generateSessionKey();
const { targetBundle } = sealedOtp;
const options = { signer: sealedOtp.keys.signer.publicKey };

type Change = Readonly<Record<string, unknown>>;
/** WebCrypto as some polyfill has it: with functions that are changed, or not there. */
function stubSubtle(change: Change): void {
  const subtle = new Proxy(webcrypto.subtle, {
    get(target, name: keyof typeof webcrypto.subtle) {
      return name in change ? change[name] : (target[name] as () => unknown).bind(target);
    },
  });
  vi.stubGlobal("crypto", { subtle, getRandomValues: webcrypto.getRandomValues.bind(webcrypto) });
}
const calls = {
  generateClientKey,
  generateSessionKey,
  openSessionKey: () => openSessionKey(keys.turnkey.bundle, clientKey),
  signPayload: () => signPayload("payload", sessionKey),
  sealOtp: () => sealOtp(targetBundle.json, "000000", sessionKey.publicKey, options),
};
afterEach(() => vi.unstubAllGlobals());

describe("a WebCrypto that cannot do what is asked", () => {
  const needs: readonly (readonly [keyof typeof calls, readonly (keyof SubtleCrypto)[]])[] = [
    ["generateClientKey", ["generateKey", "exportKey"]],
    ["generateSessionKey", ["generateKey", "exportKey"]],
    ["openSessionKey", ["digest", "exportKey", "importKey", "deriveBits", "sign", "decrypt"]],
    ["signPayload", ["sign"]],
    ["sealOtp", ["importKey", "verify", "generateKey", "deriveBits", "sign", "encrypt"]],
  ];
  const refuse = () => Promise.reject(new DOMException("in the platform's words", "NotSupportedError"));
  test.each(needs)("is UNSUPPORTED in %s, never a damaged key or a wrong signature", async (name, functions) => {
    for (const needed of functions)
      for (const broken of [undefined, refuse, () => Promise.reject(new Error("boom"))]) {
        stubSubtle({ [needed]: broken });
        const error = await catchError(calls[name]());
        const message = expect.not.stringMatching(/damaged|https/);
        const found = { needed, error };
        expect(found).toMatchObject({ needed, error: { name: "GridDeviceError", code: "UNSUPPORTED", message } });
      }
  });

  test("is the cause of the error, except if it got the session's private key", async () => {
    stubSubtle({ sign: refuse });
    expect(await catchError(calls.signPayload())).toMatchObject({ cause: { name: "NotSupportedError" } });
    stubSubtle({ deriveBits: undefined });
    expect(await catchError(calls.openSessionKey())).toHaveProperty("cause", expect.any(Error));
    const importKey = async (format: string, data: { d?: string }, ...rest: never[]) => {
      if (data.d) throw new Error(`cannot import ${data.d}`);
      return webcrypto.subtle.importKey(format as never, data as never, ...(rest as [never, never, never]));
    };
    stubSubtle({ importKey });
    const error = await catchError(calls.openSessionKey());
    expect(error).toMatchObject({ code: "UNSUPPORTED" });
    expect(error).not.toHaveProperty("cause");
  });

  test("is looked up at each call: a polyfill may load after the import", async () => {
    vi.resetModules();
    vi.stubGlobal("crypto", undefined);
    const device = await import("../src/index.ts");
    expect(device.isGridDeviceError(await catchError(device.generateSessionKey()), "UNSUPPORTED")).toBe(true);
    vi.stubGlobal("crypto", webcrypto);
    expect(await device.openSessionKey(keys.turnkey.bundle, clientKey)).toMatchObject({
      publicKey: expect.any(String),
    });
  });
});

describe("without WebCrypto", () => {
  test.each([
    ["a page without https", { isSecureContext: false }, /https or localhost/],
    ["React Native", { navigator: { product: "ReactNative" } }, /React Native lacks; import @grid-sdk\/device\/native/],
    ["anywhere else", {}, /missing here/],
  ])("the error says why: %s", async (_, globals, message) => {
    vi.stubGlobal("crypto", { getRandomValues: () => {} });
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
    for (const call of Object.values(calls)) {
      const error = await catchError(call());
      expect(error).toMatchObject({ code: "UNSUPPORTED", message: expect.stringMatching(message) });
      if (!message.test("https or localhost")) expect((error as Error).message).not.toContain("https");
    }
  });

  test("a getter that throws counts as missing", async () => {
    vi.stubGlobal("crypto", {
      get subtle() {
        throw new Error("denied");
      },
    });
    expect(isGridDeviceError(await catchError(generateSessionKey()), "UNSUPPORTED")).toBe(true);
  });
});

describe("an old engine without TextEncoder, TextDecoder, atob and btoa", () => {
  test("does all that needs no WebAuthn", async () => {
    vi.resetModules();
    for (const name of ["TextEncoder", "TextDecoder", "atob", "btoa"]) vi.stubGlobal(name, undefined);
    const device = await import("../src/index.ts");
    const opened = await device.openSessionKey(keys.turnkey.bundle, clientKey);
    expect(await device.signPayload("payload, ü", opened)).toEqual(expect.any(String));
    const sealed = device.sealOtp(targetBundle.json, "000000", opened.publicKey, options);
    expect(await sealed).toContain("encappedPublic");
  });

  test("makes passkey options, of a hex challenge too", async () => {
    vi.resetModules();
    for (const name of ["TextEncoder", "TextDecoder", "atob", "btoa"]) vi.stubGlobal(name, undefined);
    const passkey = await import("../src/passkey.ts");
    expect(passkey.passkeyRequestOptions(HEX).challenge).toBe(Buffer.from(HEX).toString("base64url"));
    expect(passkey.passkeyRequestOptions("+/8=").challenge).toBe("-_8");
    const user = { id: "dXNlcg", name: "ada" };
    expect(passkey.passkeyCreationOptions({ challenge: "AAAA", rp: { name: "E" }, user }).challenge).toBe("AAAA");
  });
});

describe("bytes and text", () => {
  test("UTF-8 is what TextEncoder writes, of half a surrogate pair as well", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 0xd800, max: 0xdfff }), (text, half) => {
        for (const value of [text, text + String.fromCharCode(half), String.fromCharCode(half) + text])
          expect(encodeUtf8(value)).toEqual(new TextEncoder().encode(value));
      }),
    );
  });

  test("base64url is what Node makes of bytes, both ways", () => {
    const user = { id: "dXNlcg", name: "ada" };
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), (bytes) => {
        const expected = Buffer.from(bytes).toString("base64url");
        expect(passkeyCreationOptions({ challenge: bytes, rp: { name: "E" }, user }).challenge).toBe(expected);
        expect(passkeyRequestOptions(`${expected}\n`).challenge).toBe(expected);
      }),
    );
  });
});
