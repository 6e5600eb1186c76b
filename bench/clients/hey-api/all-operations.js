import * as api from "../.work/hey-api/index.ts";
import { createClient, createConfig } from "../.work/hey-api/client/index.ts";

export function connect(baseUrl) {
  const client = createClient(createConfig({ baseUrl, auth: "bench-id:bench-secret" }));
  return {
    listAuthCredentials: (accountId) => settle(api.listAuthCredentials({ client, query: { accountId } })),
    createAuthCredential: (body, headers) => settle(api.createAuthCredential({ client, body, headers })),
    revokeAuthCredential: (id, headers) => settle(api.revokeAuthCredential({ client, path: { id }, headers })),
    challengeAuthCredential: (id) => settle(api.challengeAuthCredential({ client, path: { id } })),
    verifyAuthCredential: (id, body) => settle(api.verifyAuthCredential({ client, path: { id }, body })),
    listAuthSessions: (accountId) => settle(api.listAuthSessions({ client, query: { accountId } })),
    revokeAuthSession: (id, headers) => settle(api.revokeAuthSession({ client, path: { id }, headers })),
  };
}

async function settle(call) {
  const { data, error, response } = await call;
  if (error) throw new Error(error.code);
  return { status: response.status, data };
}
