import ky from "ky";

export function connect(baseUrl) {
  const headers = { Authorization: `Basic ${btoa("bench-id:bench-secret")}` };
  const grid = ky.create({ prefix: baseUrl, headers, timeout: 30_000, retry: 2 });
  return {
    listAuthCredentials: (accountId) => settle(grid.get("/auth/credentials", { searchParams: { accountId } })),
    createAuthCredential: (json, signed) => settle(grid.post("/auth/credentials", { json, headers: { ...signed } })),
    revokeAuthCredential: (id, signed) =>
      settle(grid.delete(`/auth/credentials/${encodeURIComponent(id)}`, { headers: { ...signed } })),
    challengeAuthCredential: (id) => settle(grid.post(`/auth/credentials/${encodeURIComponent(id)}/challenge`)),
    verifyAuthCredential: (id, json) =>
      settle(grid.post(`/auth/credentials/${encodeURIComponent(id)}/verify`, { json })),
    listAuthSessions: (accountId) => settle(grid.get("/auth/sessions", { searchParams: { accountId } })),
    revokeAuthSession: (id, signed) =>
      settle(grid.delete(`/auth/sessions/${encodeURIComponent(id)}`, { headers: { ...signed } })),
  };
}

async function settle(call) {
  const response = await call;
  return { status: response.status, data: response.status === 204 ? undefined : await response.json() };
}
