import OpenAI from "openai";

export function connect(baseURL) {
  const defaultHeaders = { Authorization: `Basic ${btoa("bench-id:bench-secret")}` };
  const grid = new OpenAI({ apiKey: "bench", baseURL, defaultHeaders, maxRetries: 2, timeout: 30_000 });
  return {
    listAuthCredentials: (accountId) => grid.get("/auth/credentials", { query: { accountId } }),
    createAuthCredential: (body, headers) => grid.post("/auth/credentials", { body, headers }),
    revokeAuthCredential: (id, headers) => grid.delete(`/auth/credentials/${encodeURIComponent(id)}`, { headers }),
    challengeAuthCredential: (id) => grid.post(`/auth/credentials/${encodeURIComponent(id)}/challenge`),
    verifyAuthCredential: (id, body) => grid.post(`/auth/credentials/${encodeURIComponent(id)}/verify`, { body }),
    listAuthSessions: (accountId) => grid.get("/auth/sessions", { query: { accountId } }),
    revokeAuthSession: (id, headers) => grid.delete(`/auth/sessions/${encodeURIComponent(id)}`, { headers }),
  };
}
