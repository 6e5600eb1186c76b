import { request } from "@octokit/request";

export function connect(baseUrl) {
  const headers = { accept: "application/json", authorization: `Basic ${btoa("bench-id:bench-secret")}` };
  const grid = request.defaults({ baseUrl, headers });
  return {
    listAuthCredentials: (accountId) => grid("GET /auth/credentials", { accountId }),
    createAuthCredential: (body, signed) => grid("POST /auth/credentials", { ...body, headers: signed }),
    revokeAuthCredential: (id, signed) => grid("DELETE /auth/credentials/{id}", { id, headers: signed }),
    challengeAuthCredential: (id) => grid("POST /auth/credentials/{id}/challenge", { id }),
    verifyAuthCredential: (id, body) => grid("POST /auth/credentials/{id}/verify", { id, ...body }),
    listAuthSessions: (accountId) => grid("GET /auth/sessions", { accountId }),
    revokeAuthSession: (id, signed) => grid("DELETE /auth/sessions/{id}", { id, headers: signed }),
  };
}
