import { isJsonObject } from "@grid-sdk/openapi";
import type { EmulatorTypes, GridEmulatorOf } from "../grid-emulator-of.ts";
import type { Text } from "../outbox.ts";
import type { TokenClaims } from "../proofs/issuer.ts";
import type { AnyAccountSeed } from "../seed/seed.ts";

/** What the control routes need. */
export interface Controlled {
  readonly emulator: GridEmulatorOf<EmulatorTypes>;
  readonly texts: readonly Text[];
  readonly otpSigner: string;
  /** The emulator's time, in milliseconds since 1970. */
  readonly now: () => number;
}

interface Route {
  /** The allowed fields of the body; undefined if the method checks the whole body. */
  readonly fields?: readonly string[];
  /** The status of a response with a body. Default: 200. */
  readonly status?: number;
  /** Calls a method of the object. Returns what the response has. Throws a `TypeError` for a value that the method refuses. */
  readonly call: (controlled: Controlled, body: Readonly<Record<string, unknown>>) => object | void;
}

/** By the name below `/__grid/`, and by method. */
export const CONTROL_ROUTES: { readonly [name: string]: { readonly [method: string]: Route } | undefined } = {
  reset: { POST: { fields: [], call: ({ emulator }) => emulator.reset() } },
  advance: {
    POST: {
      fields: ["ms"],
      call({ emulator, now }, { ms }) {
        // The method checks it.
        emulator.advance(ms as number);
        return { now: new Date(now()).toISOString() };
      },
    },
  },
  accounts: {
    GET: { fields: [], call: ({ emulator: { accounts } }) => ({ accounts }) },
    POST: { status: 201, call: ({ emulator }, body) => emulator.createAccount(body as object as AnyAccountSeed) },
  },
  // A token may have any claim.
  token: { POST: { call: ({ emulator }, body) => ({ token: emulator.oidcToken(body as object as TokenClaims) }) } },
  fail: {
    POST: {
      fields: ["operationId", "failure"],
      call({ emulator }, { operationId, failure }) {
        if ([failure].flat().some((one) => isJsonObject(one) && one["networkError"] === "refused")) {
          throw new TypeError('fail does not accept "refused" here: the call of reset would be refused too.');
        }
        if (typeof operationId !== "string") throw new TypeError("fail: operationId must be a string.");
        emulator.fail(operationId as never, failure as never);
      },
    },
  },
  outbox: { GET: { fields: [], call: ({ emulator: { outbox }, texts }) => ({ outbox, texts }) } },
  "otp-signer": { GET: { fields: [], call: ({ otpSigner }) => ({ otpSigner }) } },
};
