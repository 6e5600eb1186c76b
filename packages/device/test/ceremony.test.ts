import { afterEach, describe, expect, test, vi } from "vitest";
import { createPasskey, getPasskey, isGridDeviceError } from "../src/passkey.ts";
import { catchError } from "./support/catch-error.ts";
import { webauthn } from "./support/vectors.ts";

// What browsers other than Chromium do, and failures that a virtual authenticator cannot be brought to. The rest is
// tried in Chromium: scripts/consumers/device-in-chromium.ts.
const bytes = (base64url: string) => Uint8Array.from(Buffer.from(base64url, "base64url"));
const { assertion } = webauthn.assertion;
const creation = { challenge: "AAAA", rp: { name: "Example" }, user: { id: "dXNlcg", name: "ada" } };

function stubBrowser(respond: (options: { publicKey: object; signal?: AbortSignal }) => unknown) {
  const credentials = {
    get: vi.fn(async (options) => respond(options)),
    create: vi.fn(async (options) => respond(options)),
  };
  vi.stubGlobal("navigator", { credentials });
  return credentials;
}
const fail = (name: string) => () => {
  throw new DOMException("in the browser's words", name);
};
afterEach(() => vi.unstubAllGlobals());

describe("getPasskey", () => {
  const live = {
    id: assertion.credentialId,
    rawId: bytes(assertion.credentialId).buffer,
    response: {
      clientDataJSON: bytes(assertion.clientDataJson).buffer,
      authenticatorData: bytes(assertion.authenticatorData).buffer,
      signature: bytes(assertion.signature).buffer,
      userHandle: null,
    },
  };

  test("gives the browser bytes, in the same task as the call, and the API its body", async () => {
    const credentials = stubBrowser(() => live);
    const { signal } = new AbortController();
    const pending = getPasskey(
      { challenge: "AQID" },
      {
        rpId: "example.com",
        allowCredentials: [{ id: "BAUG", transports: ["internal"] }],
        signal,
        mediation: "conditional",
      },
    );
    expect(credentials.get).toHaveBeenCalledExactlyOnceWith({
      publicKey: {
        challenge: Uint8Array.of(1, 2, 3),
        rpId: "example.com",
        allowCredentials: [{ type: "public-key", id: Uint8Array.of(4, 5, 6), transports: ["internal"] }],
      },
      signal,
      mediation: "conditional",
    });
    const { userHandle: _, ...body } = assertion;
    expect(await pending).toEqual(body);
  });

  test.each([
    ["NotAllowedError", "NOT_COMPLETED"],
    ["AbortError", "NOT_COMPLETED"],
    ["TimeoutError", "NOT_COMPLETED"],
    ["OperationError", "NOT_COMPLETED"],
    ["InvalidStateError", "NOT_COMPLETED"],
    ["NotReadableError", "NOT_COMPLETED"],
    ["UnknownError", "NOT_COMPLETED"],
    ["SecurityError", "WRONG_RP"],
    ["NotSupportedError", "UNSUPPORTED"],
  ] as const)("tells a %s as %s, the browser's error being its cause", async (name, code) => {
    stubBrowser(fail(name));
    const error = await catchError(getPasskey("AAAA"));
    expect(error).toMatchObject({ name: "GridDeviceError", code, cause: { name } });
    expect(isGridDeviceError(error, code)).toBe(true);
    expect((error as Error).message).not.toContain("undefined");
  });

  test("is not completed without a credential, or where an extension rejects with nothing", async () => {
    stubBrowser(() => null);
    expect(await catchError(getPasskey("AAAA"))).toMatchObject({ code: "NOT_COMPLETED" });
    stubBrowser(() => Promise.reject(undefined));
    expect(await catchError(getPasskey("AAAA"))).toMatchObject({ code: "NOT_COMPLETED" });
  });

  test("rejects with the signal's reason if that ended it", async () => {
    const reason = new Error("the user left");
    const controller = new AbortController();
    stubBrowser(async ({ signal }) => {
      controller.abort(reason);
      // Whatever the browser then says.
      expect(signal?.aborted).toBe(true);
      return fail("AbortError")();
    });
    expect(await catchError(getPasskey("AAAA", { signal: controller.signal }))).toBe(reason);
  });

  test("tells what an extension throws at once as well", async () => {
    vi.stubGlobal("navigator", { credentials: { get: fail("NotAllowedError") } });
    expect(await catchError(getPasskey("AAAA"))).toMatchObject({ code: "NOT_COMPLETED" });
  });

  test("passes on the browser's TypeError: the options are wrong, not the ceremony", async () => {
    const wrong = new TypeError("timeout is not a number");
    stubBrowser(() => Promise.reject(wrong));
    expect(await catchError(getPasskey("AAAA"))).toBe(wrong);
  });

  test("asks the user for nothing if the challenge is none", async () => {
    const credentials = stubBrowser(() => live);
    expect(await catchError(getPasskey("a*"))).toMatchObject({ code: "INVALID_CREDENTIAL" });
    expect(credentials.get).not.toHaveBeenCalled();
  });

  test.each([
    ["no navigator, as in Node 20", undefined],
    ["a page without https", {}],
    ["a browser without WebAuthn", { credentials: {} }],
  ])("is unsupported with %s", async (_, navigator) => {
    vi.stubGlobal("navigator", navigator);
    expect(await catchError(getPasskey("AAAA"))).toMatchObject({ code: "UNSUPPORTED" });
    expect(await catchError(createPasskey(creation))).toMatchObject({ code: "UNSUPPORTED" });
  });
});

describe("createPasskey", () => {
  test("gives the browser bytes and the API its body", async () => {
    const { attestation } = webauthn.registration;
    const credentials = stubBrowser(() => ({
      id: attestation.credentialId,
      rawId: bytes(attestation.credentialId).buffer,
      response: {
        clientDataJSON: bytes(attestation.clientDataJson).buffer,
        attestationObject: bytes(attestation.attestationObject).buffer,
        getTransports: () => ["internal", "smart-card"],
      },
    }));
    expect(await createPasskey({ ...creation, excludeCredentials: ["BAUG"] })).toEqual(attestation);
    expect(credentials.create).toHaveBeenCalledExactlyOnceWith({
      publicKey: expect.objectContaining({
        challenge: Uint8Array.of(0, 0, 0),
        user: { id: bytes("dXNlcg"), name: "ada", displayName: "ada" },
        excludeCredentials: [{ type: "public-key", id: Uint8Array.of(4, 5, 6) }],
      }),
      signal: undefined,
      mediation: undefined,
    });
  });

  test.each([
    ["InvalidStateError", "ALREADY_REGISTERED"],
    ["NotAllowedError", "NOT_COMPLETED"],
    ["SecurityError", "WRONG_RP"],
    ["ConstraintError", "UNSUPPORTED"],
  ] as const)("tells a %s as %s", async (name, code) => {
    stubBrowser(fail(name));
    expect(await catchError(createPasskey(creation))).toMatchObject({ code, cause: { name } });
  });
});
