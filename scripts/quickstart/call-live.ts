import type * as Latest from "@grid-sdk/client/latest";
import { generateSessionKey } from "@grid-sdk/device";
import type { Line } from "../workspace/lines.ts";
import { fetchAloud } from "./fetch-aloud.ts";
import { printLine, printTitle } from "./narrate.ts";

type Credential = Latest.AuthMethod;

/** The types to challenge, the first one first: a passkey challenge sends no message. */
const CHALLENGED = ["PASSKEY", "EMAIL_OTP", "SMS_OTP"];

/**
 * Makes one or two calls of the real API. For an account id, it reads the account's credentials and challenges one of
 * them; for a credential id, it challenges that credential. It ends with a summary. A call that fails is one line, and
 * the exit status is 1.
 */
export async function callLive(id: string, { name, entry }: Line): Promise<void> {
  // These methods have the same types on each line.
  const { createGridClient, isGridError }: typeof Latest = await import(entry.replace(/^\./, "@grid-sdk/client"));
  const summary = new Map<string, string>();
  const attempt = async <Value>(step: string, call: () => Promise<Value>, describe: (value: Value) => string) => {
    try {
      const value = await call();
      summary.set(step, describe(value));
      return value;
    } catch (error) {
      if (!isGridError(error)) throw error;
      console.error(`  ${step} failed: ${error.name}: ${error.message}`);
      process.exitCode = 1;
      summary.set(step, "failed");
      return undefined;
    }
  };

  printTitle(`The real API, on the line ${name}`);
  // A client for each call: an error of createGridClient is then reported like an error of the call.
  const grid = () => createGridClient({ fetch: fetchAloud });
  let credentialId: string | undefined = id;
  if (id.startsWith("InternalAccount:")) {
    const read = await attempt(
      "read",
      async () => grid().listAuthCredentials({ query: { accountId: id } }),
      describeList,
    );
    credentialId = read && chooseCredential(read.data.data);
  }
  if (credentialId === undefined) {
    summary.set("challenge", "not made: no credential is known that can be challenged");
    process.exitCode = 1;
  } else {
    const path = { id: credentialId };
    const clientPublicKey = entry === "." ? undefined : (await generateSessionKey()).publicKey;
    const body = clientPublicKey === undefined ? {} : { body: { clientPublicKey } };
    await attempt("challenge", async () => grid().challengeAuthCredential({ path, ...body }), describeChallenge);
  }
  printTitle("Summary");
  for (const [step, text] of summary) printLine(step, text);
}

function chooseCredential(credentials: readonly Credential[]): string | undefined {
  const order = CHALLENGED.flatMap((type) => credentials.filter((credential) => credential.type === type));
  return order[0]?.id;
}

function describeList({ data }: { readonly data: { readonly data: readonly Credential[] } }): string {
  const types = data.data.map(({ type }) => type);
  return `the account's credentials: ${types.length === 0 ? "none" : types.join(", ")}`;
}

function describeChallenge({ data }: Awaited<ReturnType<Latest.GridClient["challengeAuthCredential"]>>): string {
  if ("challenge" in data) return `the passkey ${data.nickname} has to sign before ${data.expiresAt}`;
  return `a code is on its way to ${data.nickname}`;
}
