import { isJsonObject } from "@grid-sdk/openapi";
import type { Result } from "../emulation.ts";
import type { EmulatorTypes, GridEmulatorOf } from "../grid-emulator-of.ts";
import type { Text } from "../outbox.ts";
import type { AnyAccountSeed } from "../seed/seed.ts";

/** What the control routes need. */
export interface Controlled {
  readonly emulator: GridEmulatorOf<EmulatorTypes>;
  readonly texts: readonly Text[];
  readonly otpSigner: string;
  /** The emulator's time, in milliseconds since 1970. */
  readonly now: () => number;
}

type Body = Readonly<Record<string, unknown>>;

interface Route {
  /** The allowed fields of the body; undefined if the method checks the whole body. */
  readonly fields?: readonly string[];
  /** Calls a method of the object. Throws a `TypeError` for a value that the method refuses. */
  readonly call: (controlled: Controlled, body: Body) => Result;
}

/** By the name below `/__grid/`, and by method. */
export const CONTROL_ROUTES: { readonly [name: string]: { readonly [method: string]: Route } | undefined } = {
  reset: {
    POST: {
      fields: [],
      call({ emulator }) {
        emulator.reset();
        return { status: 204 };
      },
    },
  },
  advance: {
    POST: {
      fields: ["ms"],
      call({ emulator, now }, { ms }) {
        // The method checks it.
        emulator.advance(ms as number);
        return { status: 200, body: { now: new Date(now()).toISOString() } };
      },
    },
  },
  accounts: {
    GET: { fields: [], call: ({ emulator: { accounts } }) => ({ status: 200, body: { accounts } }) },
    POST: {
      call: ({ emulator }, body) => ({ status: 201, body: emulator.createAccount(body as object as AnyAccountSeed) }),
    },
  },
  token: {
    // A token may have any claim.
    POST: {
      call: ({ emulator }, body) => ({
        status: 200,
        body: { token: emulator.oidcToken(body as object as Parameters<typeof emulator.oidcToken>[0]) },
      }),
    },
  },
  fail: {
    POST: {
      fields: ["operationId", "failure"],
      call({ emulator }, { operationId, failure }) {
        if ([failure].flat().some((one) => isJsonObject(one) && one["networkError"] === "refused")) {
          throw new TypeError('fail does not accept "refused" here: the call of reset would be refused too.');
        }
        if (typeof operationId !== "string") throw new TypeError("fail: operationId must be a string.");
        emulator.fail(operationId as never, failure as never);
        return { status: 204 };
      },
    },
  },
  outbox: {
    GET: { fields: [], call: ({ emulator: { outbox }, texts }) => ({ status: 200, body: { outbox, texts } }) },
  },
  "otp-signer": {
    GET: { fields: [], call: ({ otpSigner }) => ({ status: 200, body: { otpSigner } }) },
  },
};
