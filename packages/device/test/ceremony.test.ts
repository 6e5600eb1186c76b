import { runInNewContext } from "node:vm";
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
  ] as const)("reports a %s as %s, with the browser's error as its cause", async (name, code) => {
    stubBrowser(fail(name));
    const error = await catchError(getPasskey("AAAA"));
    expect(error).toMatchObject({ name: "GridDeviceError", code, cause: { name } });
    expect(isGridDeviceError(error, code)).toBe(true);
    expect((error as Error).message).not.toContain("undefined");
  });

  test("is not completed without a credential, or if an extension rejects without a reason", async () => {
    stubBrowser(() => null);
    expect(await catchError(getPasskey("AAAA"))).toMatchObject({ code: "NOT_COMPLETED" });
    stubBrowser(() => Promise.reject(undefined));
    expect(await catchError(getPasskey("AAAA"))).toMatchObject({ code: "NOT_COMPLETED" });
  });

  test("rejects with the signal's reason after an abort", async () => {
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

  describe("with a password manager that replaces the browser's dialog and ignores the signal", () => {
    const reason = new Error("the user left");

    test.each([
      ["never responds", () => new Promise<never>(() => {})],
      ["responds anyway", () => live],
    ])("rejects with the reason of an abort before: it %s", async (_, respond) => {
      const credentials = stubBrowser(respond);
      const signal = AbortSignal.abort(reason);
      expect(await catchError(getPasskey("AAAA", { signal }))).toBe(reason);
      expect(await catchError(createPasskey({ ...creation, signal }))).toBe(reason);
      expect(credentials.get).not.toHaveBeenCalled();
      expect(credentials.create).not.toHaveBeenCalled();
    });

    test.each([
      ["never responds", () => new Promise<never>(() => {})],
      ["responds anyway", () => live],
      ["throws at once", fail("NotAllowedError")],
    ])("rejects with the reason of an abort during: it %s", async (_, respond) => {
      for (const start of [
        (signal: AbortSignal) => getPasskey("AAAA", { signal }),
        (signal: AbortSignal) => createPasskey({ ...creation, signal }),
      ]) {
        const controller = new AbortController();
        stubBrowser(() => {
          controller.abort(reason);
          return respond();
        });
        expect(await catchError(start(controller.signal))).toBe(reason);
      }
    });

    test("rejects with any kind of reason, and without WebAuthn too", async () => {
      vi.stubGlobal("navigator", {});
      expect(await catchError(getPasskey("AAAA", { signal: AbortSignal.abort("a text") }))).toBe("a text");
    });

    test("ignores a later abort, and leaves no listener on the signal", async () => {
      const controller = new AbortController();
      const [added, removed] = ["addEventListener", "removeEventListener"].map((name) =>
        vi.spyOn(controller.signal, name as "addEventListener"),
      );
      stubBrowser(() => live);
      const done = await getPasskey("AAAA", { signal: controller.signal });
      controller.abort(reason);
      expect(done.credentialId).toBe(assertion.credentialId);
      expect(added).toHaveBeenCalledOnce();
      expect(removed?.mock.calls).toEqual(added?.mock.calls);
    });
  });

  test("uses the `navigator.credentials` of the moment: extensions replace it after the page has loaded", async () => {
    stubBrowser(fail("NotAllowedError"));
    await catchError(getPasskey("AAAA"));
    const later = stubBrowser(() => live);
    await getPasskey("AAAA");
    expect(later.get).toHaveBeenCalledOnce();
  });

  test.each([
    ["ConstraintError", /residentKey and userVerification/],
    ["NotSupportedError", /mediation/],
    ["SecurityError", /localhost/],
    ["OperationError", /pending/],
    ["NotAllowedError", /cancelled/],
  ])("has a message for the cause of a %s", async (name, message) => {
    stubBrowser(fail(name));
    const error = (await catchError(getPasskey("AAAA"))) as Error;
    expect(error.message).toMatch(message);
    if (name !== "SecurityError") expect(error.message).not.toMatch(/https|localhost/);
  });

  test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
    "treats an error named %s as any other error",
    async (name) => {
      stubBrowser(() => Promise.reject({ name }));
      const error = (await catchError(getPasskey("AAAA"))) as Error;
      expect(error).toMatchObject({ code: "NOT_COMPLETED", message: expect.stringContaining("no passkey was used") });
    },
  );

  test("passes on a TypeError of another realm", async () => {
    const wrong = runInNewContext("new TypeError('timeout is not a number')");
    stubBrowser(() => Promise.reject(wrong));
    expect(await catchError(getPasskey("AAAA"))).toBe(wrong);
  });

  test("reports an error that an extension throws synchronously", async () => {
    vi.stubGlobal("navigator", { credentials: { get: fail("NotAllowedError") } });
    expect(await catchError(getPasskey("AAAA"))).toMatchObject({ code: "NOT_COMPLETED" });
  });

  test("passes on the browser's TypeError: the options are wrong, not the ceremony", async () => {
    const wrong = new TypeError("timeout is not a number");
    stubBrowser(() => Promise.reject(wrong));
    expect(await catchError(getPasskey("AAAA"))).toBe(wrong);
  });

  test("asks the user for nothing if the challenge is not valid", async () => {
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

  test.each([
    ["a page without https", { isSecureContext: false, navigator: {} }, /https or localhost/],
    ["React Native", { navigator: { product: "ReactNative" } }, /React Native lacks; import @grid-sdk\/device\/native/],
    ["anywhere else", { navigator: {} }, /missing here/],
  ])("says why there is no WebAuthn: %s", async (_, globals, message) => {
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
    for (const call of [getPasskey("AAAA"), createPasskey(creation)])
      expect(await catchError(call)).toMatchObject({ message: expect.stringMatching(message) });
  });

  test("is unsupported where `navigator.credentials` cannot be read", async () => {
    vi.stubGlobal("navigator", {
      get credentials() {
        throw new DOMException("denied", "SecurityError");
      },
    });
    expect(await catchError(getPasskey("AAAA"))).toMatchObject({ code: "UNSUPPORTED" });
  });

  test("gives the browser the bytes of extensions as they are", async () => {
    const extensions = { prf: { eval: { first: Uint8Array.of(1, 2, 3) } } };
    const credentials = stubBrowser(() => live);
    await getPasskey("AAAA", { extensions } as never);
    await catchError(createPasskey({ ...creation, extensions } as never));
    const publicKey = expect.objectContaining({ extensions });
    expect(credentials.get).toHaveBeenCalledWith(expect.objectContaining({ publicKey }));
    expect(credentials.create).toHaveBeenCalledWith(expect.objectContaining({ publicKey }));
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
    ["NotSupportedError", "UNSUPPORTED"],
  ] as const)("reports a %s as %s", async (name, code) => {
    stubBrowser(fail(name));
    expect(await catchError(createPasskey(creation))).toMatchObject({ code, cause: { name } });
  });

  test.each([
    ["ConstraintError", /residentKey and userVerification/],
    ["NotSupportedError", /pubKeyCredParams/],
    ["InvalidStateError", /sign in with it/],
  ])("has a message for the cause of a %s", async (name, message) => {
    stubBrowser(fail(name));
    const error = (await catchError(createPasskey(creation))) as Error;
    expect(error.message).toMatch(message);
    expect(error.message).not.toMatch(/https|localhost/);
  });

  test.each(["conditional", "optional"])("refuses mediation %s, and opens no dialog", async (mediation) => {
    const credentials = stubBrowser(() => null);
    const error = await catchError(createPasskey({ ...creation, mediation } as never));
    expect(error).toEqual(new TypeError("createPasskey does not support mediation: it opens a dialog"));
    expect(credentials.create).not.toHaveBeenCalled();
    // An explicit undefined counts as missing.
    await catchError(createPasskey({ ...creation, mediation: undefined } as never));
    expect(credentials.create).toHaveBeenCalledWith({ publicKey: expect.not.objectContaining({ mediation }) });
  });
});
