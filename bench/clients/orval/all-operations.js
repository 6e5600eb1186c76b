import * as api from "../.work/orval/grid.ts";

export function connect(baseUrl) {
  globalThis.gridBaseUrl = baseUrl;
  const headers = { Authorization: `Basic ${btoa("bench-id:bench-secret")}` };
  const withSigned = (signed) => ({ headers: { ...headers, ...signed } });
  return {
    listAuthCredentials: (accountId) => settle(api.listAuthCredentials({ accountId }, { headers })),
    createAuthCredential: (body, signed) => settle(api.createAuthCredential(body, withSigned(signed))),
    revokeAuthCredential: (id, signed) => settle(api.revokeAuthCredential(encodeURIComponent(id), withSigned(signed))),
    challengeAuthCredential: (id) => settle(api.challengeAuthCredential(encodeURIComponent(id), { headers })),
    verifyAuthCredential: (id, body) => settle(api.verifyAuthCredential(encodeURIComponent(id), body, { headers })),
    listAuthSessions: (accountId) => settle(api.listAuthSessions({ accountId }, { headers })),
    revokeAuthSession: (id, signed) => settle(api.revokeAuthSession(encodeURIComponent(id), withSigned(signed))),
  };
}

async function settle(call) {
  const { status, data } = await call;
  if (status > 299) throw new Error(data.code);
  return { status, data };
}
