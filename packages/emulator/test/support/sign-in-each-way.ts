import type { GridClientOptions } from "@grid-sdk/client";
import { newPublicKey, startFlow } from "./start-flow.ts";
import { startLatestFlow } from "./start-latest-flow.ts";

/** Signs in by a code, a passkey and, on the default line, a token; returns the types of the sessions that are open then. */
export async function signInEachWay(options: GridClientOptions): Promise<{ default: string[]; latest: string[] }> {
  await using flow = await startFlow({}, options);
  const { emulator, grid, accountId } = flow;
  const { id, authenticator } = await flow.addPasskey(await flow.signIn());
  await flow.signInWith(id, authenticator);
  const bob = emulator.createAccount({ email: "bob@example.com", credentials: [{ type: "OAUTH", sub: "bob" }] });
  const oidcToken = emulator.oidcToken({ sub: "bob" });
  await grid.verifyAuthCredential({
    path: { id: bob.credentials[0]?.id ?? "" },
    body: { type: "OAUTH", oidcToken, clientPublicKey: await newPublicKey() },
  });

  await using latest = await startLatestFlow({}, options);
  const passkey = await latest.addPasskey(await latest.signIn());
  await latest.signInWith(passkey.id, passkey.authenticator);
  const sessions = [...emulator.sessions(accountId), ...emulator.sessions(bob.id)];
  return {
    default: sessions.map(({ type }) => type),
    latest: latest.emulator.sessions(latest.accountId).map(({ type }) => type),
  };
}
