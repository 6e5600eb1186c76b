import { pathToFileURL } from "node:url";
import { startGridMock } from "@grid-sdk/mock";
import { ID } from "./call-stub.ts";
import { CLIENTS } from "./clients.ts";
import { builtProgramOf } from "./programs.ts";

type Operations = Record<string, (...args: unknown[]) => Promise<unknown>>;

const ACCOUNT = "InternalAccount:019542f5-b3e7-1d02-0000-000000000002";
const CALLS: readonly (readonly [string, ...unknown[]])[] = [
  ["listAuthCredentials", ACCOUNT],
  ["createAuthCredential", { type: "EMAIL_OTP", accountId: ACCOUNT }],
  ["revokeAuthCredential", ID],
  ["challengeAuthCredential", ID],
  ["verifyAuthCredential", ID, { type: "EMAIL_OTP", otp: "000000", clientPublicKey: `04${"0".repeat(128)}` }],
  ["listAuthSessions", ACCOUNT],
  ["revokeAuthSession", ID],
];

/** Rejects if a client's program does not make all calls as the contract has them: what it then weighs says nothing. */
export async function verifyPrograms(): Promise<void> {
  await using mock = await startGridMock();
  for (const { name } of CLIENTS) {
    const { href } = pathToFileURL(builtProgramOf(name, "all-operations", "esm"));
    const { connect } = (await import(href)) as { connect(baseUrl: string): Operations };
    const client = connect(mock.url);
    for (const [operation, ...args] of CALLS) {
      await client[operation]?.(...args);
      const received = mock.requests.at(-1);
      if (received?.operationId !== operation || !(Number(received.status) < 300))
        throw new Error(`${name} made ${JSON.stringify(received)} of ${operation}.`);
    }
    mock.reset();
  }
}
