import { connectAxios } from "./connect.js";

export function connect(baseURL) {
  const grid = connectAxios(baseURL);
  return {
    listAuthCredentials: (accountId) => grid.get("/auth/credentials", { params: { accountId } }),
    createAuthCredential: (body, headers) => grid.post("/auth/credentials", body, { headers }),
    revokeAuthCredential: (id, headers) => grid.delete(`/auth/credentials/${encodeURIComponent(id)}`, { headers }),
    challengeAuthCredential: (id) => grid.post(`/auth/credentials/${encodeURIComponent(id)}/challenge`),
    verifyAuthCredential: (id, body) => grid.post(`/auth/credentials/${encodeURIComponent(id)}/verify`, body),
    listAuthSessions: (accountId) => grid.get("/auth/sessions", { params: { accountId } }),
    revokeAuthSession: (id, headers) => grid.delete(`/auth/sessions/${encodeURIComponent(id)}`, { headers }),
  };
}
