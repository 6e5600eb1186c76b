import createClient from "openapi-fetch";

export function connect(baseUrl) {
  const headers = { Authorization: `Basic ${btoa("bench-id:bench-secret")}` };
  const client = createClient({ baseUrl, headers });
  return {
    listAuthCredentials: (accountId) => settle(client.GET("/auth/credentials", { params: { query: { accountId } } })),
    createAuthCredential: (body, header) => settle(client.POST("/auth/credentials", { body, params: { header } })),
    revokeAuthCredential: (id, header) =>
      settle(client.DELETE("/auth/credentials/{id}", { params: { path: { id }, header } })),
    challengeAuthCredential: (id) =>
      settle(client.POST("/auth/credentials/{id}/challenge", { params: { path: { id } } })),
    verifyAuthCredential: (id, body) =>
      settle(client.POST("/auth/credentials/{id}/verify", { params: { path: { id } }, body })),
    listAuthSessions: (accountId) => settle(client.GET("/auth/sessions", { params: { query: { accountId } } })),
    revokeAuthSession: (id, header) =>
      settle(client.DELETE("/auth/sessions/{id}", { params: { path: { id }, header } })),
  };
}

async function settle(call) {
  const { data, error, response } = await call;
  if (error) throw new Error(error.code);
  return { status: response.status, data };
}
