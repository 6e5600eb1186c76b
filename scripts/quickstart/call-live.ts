import type * as Latest from "@grid-sdk/client/latest";
import { generateSessionKey } from "@grid-sdk/device";
import type { Line } from "../workspace/lines.ts";
import { fetchAloud } from "./fetch-aloud.ts";

type Credential = Latest.AuthMethod;

/** Which type of an account's credentials to challenge first: a passkey's challenge is sent to nobody. */
const CHALLENGED = ["PASSKEY", "EMAIL_OTP", "SMS_OTP"];

/**
 * Makes one or two calls of the real API in a line's way: reads an account's credentials and challenges one of them, or
 * challenges the credential whose id is given. Ends with a summary; what failed is one line, and the exit status 1.
 */
export async function callLive(id: string, { name, entry }: Line): Promise<void> {
  // What is called here has the same types on each line.
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

  console.log(`\nThe real API, by the line ${name}`);
  // Made for each call: one that cannot be made is told like a call that fails.
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
  console.log("\nSummary");
  for (const [step, text] of summary) console.log(`  ${step.padEnd(9)} ${text}`);
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
  if ("challenge" in data) return `the passkey ${data.nickname} is to sign before ${data.expiresAt}`;
  return `a code is on its way to ${data.nickname}`;
}
