import type { AuthMethodType, AuthSession } from "@grid-sdk/client/latest";
import { Refusal } from "./explain.ts";
import type { Grid } from "./shared-calls.ts";
import type { Visitor } from "./visitors.ts";

/** How a browser identifies a passkey. */
interface Passkey {
  readonly id: string;
  readonly transports?: readonly string[] | undefined;
}

export type Account = ReturnType<typeof createAccount>;

/** The account that owns the wallet, and its passkeys. A team has a database instead. */
export function createAccount(grid: Grid, id: string) {
  const query = { accountId: id };
  return {
    id,
    /** By the id of their credential. */
    passkeys: new Map<string, Passkey>(),
    /** The visitor's own session. Throws a `Refusal` if it is not open any more. */
    async demandSession({ sessionId }: Visitor): Promise<AuthSession> {
      const { data } = await grid.listAuthSessions({ query });
      const session = data.data.find((one) => one.id === sessionId);
      if (!session) throw new Refusal(401, "Your session has ended. Sign in again.", "SESSION_ENDED");
      return session;
    },
    /** The id of the credential that codes are sent for. Throws a `Refusal` without such a credential. */
    async findCode(type: AuthMethodType): Promise<string> {
      const { data } = await grid.listAuthCredentials({ query });
      const credential = data.data.find((one) => one.type === type);
      if (credential) return credential.id;
      const what = type === "SMS_OTP" ? "phone number" : "email address";
      throw new Refusal(409, `This account has no ${what} for a code. Sign in with a passkey.`);
    },
  };
}
