import { getPasskey } from "@grid-sdk/device";
import { del, get, set } from "idb-keyval";
import { RequestError } from "./api.ts";
import { msUntil } from "./api-clock.ts";
import type { CodeType, Line, Opened, PasskeySignIn } from "./line.ts";
import { keepSessionKey } from "./session-key.ts";
import { onPasskey } from "./wire.ts";

/** The time that a challenge must have left, so that the user can confirm. */
const NEEDED_MS = 60_000;

/** The ways to sign in, on a line of the API. */
export function createSignIn<Kept extends object>(line: Line<Kept>) {
  /** For the next tap: in some browsers, a request between the tap and the passkey uses up the tap. */
  let prepared: { readonly id: string; readonly signIn: PasskeySignIn } | undefined;

  async function prepare(id: string): Promise<PasskeySignIn> {
    if (prepared?.id === id && msUntil(prepared.signIn.challenge.expiresAt) > NEEDED_MS) return prepared.signIn;
    prepared = { id, signIn: await line.startPasskeySignIn(id) };
    return prepared.signIn;
  }

  return {
    async askForCode(type: CodeType): Promise<void> {
      await set("code", { type, kept: await line.askForCode(type) });
    },

    async withCode(code: string): Promise<void> {
      const sent = await get<{ type: CodeType; kept: Kept }>("code");
      if (!sent) throw new Error("Ask for a code first.");
      await keep(await line.signInWithCode(sent.type, code, sent.kept));
    },

    /** Resolves to whether this device has a passkey to sign in with, and gets the challenge for it. */
    async preparePasskey(): Promise<boolean> {
      const id = await findPasskey();
      if (id === undefined) return false;
      try {
        await prepare(id);
      } catch (error) {
        // The next tap reports any other error: the passkey may be good.
        if (!(error instanceof RequestError) || error.reason !== "GONE") return true;
        await del("passkey");
        return false;
      }
      return true;
    },

    async withPasskey(): Promise<void> {
      const id = await findPasskey();
      if (id === undefined) throw new Error("No passkey of this device is registered.");
      const { challenge, complete } = await prepare(id);
      const { passkey } = challenge;
      const asking = getPasskey(challenge, { allowCredentials: passkey ? [passkey] : undefined });
      const assertion = await onPasskey("signs with the passkey", asking);
      // The challenge is used up, with or without success.
      prepared = undefined;
      await keep(await complete(assertion));
    },
  };
}

/** Forgets a code that was sent. */
async function keep({ id, key }: Opened): Promise<void> {
  await keepSessionKey(key, id);
  await del("code");
}

/** Whether the user can still type a code that was sent. */
export async function hasCode(): Promise<boolean> {
  return (await get("code")) !== undefined;
}

/** The API's id of the passkey that was registered here. */
async function findPasskey(): Promise<string | undefined> {
  return (await get<{ id: string }>("passkey"))?.id;
}
