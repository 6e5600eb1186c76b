import type { PasskeyAssertion, PasskeyAttestation } from "@grid-sdk/core";
import { expectTypeOf, test } from "vitest";
import { type GridEmulator, startGridEmulator } from "../src/index.ts";

declare const emulator: GridEmulator;

test("fail takes documented errors, by operation", () => {
  emulator.fail("challengeAuthCredential", { status: 429 });
  emulator.fail("challengeAuthCredential", { status: 429, code: "RATE_LIMITED", delayMs: 1, times: 2 });
  emulator.fail("challengeAuthCredential", [{ networkError: "reset" }, { raw: { status: 502 } }]);
  // @ts-expect-error a success follows from the state
  emulator.fail("challengeAuthCredential", { status: 200 });
  // @ts-expect-error a list takes no 429
  emulator.fail("listAuthSessions", { status: 429 });
  // @ts-expect-error there is no such operation
  emulator.fail("challengeCredential", { status: 404 });
});

test("a seed says what each type of credential needs", () => {
  emulator.createAccount({ email: "a@example.com" });
  emulator.createAccount({ email: "a@example.com", credentials: [{ type: "OAUTH", sub: "a" }] });
  // @ts-expect-error an account has an address
  emulator.createAccount({});
  // @ts-expect-error whom the tokens are of
  emulator.createAccount({ email: "a@example.com", credentials: [{ type: "OAUTH" }] });
});

test("what it makes is what the client takes", () => {
  const passkey = emulator.passkey({ origin: "https://example.com" });
  expectTypeOf(passkey.attest("a")).toEqualTypeOf<PasskeyAttestation>();
  expectTypeOf(passkey.assert("a")).toEqualTypeOf<PasskeyAssertion>();
  expectTypeOf(emulator.oidcToken({ sub: "a", any: 1 })).toBeString();
  expectTypeOf(startGridEmulator).returns.resolves.toEqualTypeOf<GridEmulator>();
});
