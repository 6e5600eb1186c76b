import { isJsonObject } from "@grid-sdk/contract";
import type { Result } from "../emulation.ts";
import type { EmulatorTypes, GridEmulatorOf } from "../grid-emulator-of.ts";
import type { Text } from "../outbox.ts";
import type { AnyAccountSeed } from "../seed/seed.ts";

/** What control routes work on. */
export interface Controlled {
  readonly emulator: GridEmulatorOf<EmulatorTypes>;
  readonly texts: readonly Text[];
  readonly otpSigner: string;
  /** The emulator's time, in milliseconds since 1970. */
  readonly now: () => number;
}

type Body = Readonly<Record<string, unknown>>;
/** Does what a method of the object does. Throws a `TypeError` for what that refuses. */
type Route = (controlled: Controlled, body: Body) => Result;

/** By the name below `/__grid/`, and by method. */
export const CONTROL_ROUTES: { readonly [name: string]: { readonly [method: string]: Route } | undefined } = {
  reset: {
    POST({ emulator }) {
      emulator.reset();
      return { status: 204 };
    },
  },
  advance: {
    POST({ emulator, now }, { ms }) {
      // The method checks it.
      emulator.advance(ms as number);
      return { status: 200, body: { now: new Date(now()).toISOString() } };
    },
  },
  accounts: {
    GET: ({ emulator: { accounts } }) => ({ status: 200, body: { accounts } }),
    POST: ({ emulator }, body) => ({ status: 201, body: emulator.createAccount(body as object as AnyAccountSeed) }),
  },
  token: {
    POST: ({ emulator }, body) => ({
      status: 200,
      body: { token: emulator.oidcToken(body as object as Parameters<typeof emulator.oidcToken>[0]) },
    }),
  },
  fail: {
    POST({ emulator }, { operationId, failure }) {
      if ([failure].flat().some((one) => isJsonObject(one) && one["networkError"] === "refused")) {
        throw new TypeError('fail takes no "refused" here: the call of reset would be refused as well.');
      }
      if (typeof operationId !== "string") throw new TypeError("fail takes an operationId, a text.");
      emulator.fail(operationId as never, failure as never);
      return { status: 204 };
    },
  },
  outbox: {
    GET: ({ emulator: { outbox }, texts }) => ({ status: 200, body: { outbox, texts } }),
  },
  "otp-signer": {
    GET: ({ otpSigner }) => ({ status: 200, body: { otpSigner } }),
  },
};
