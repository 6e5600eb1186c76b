import { connectOctokit } from "./connect.js";

export function connect(baseUrl) {
  const grid = connectOctokit(baseUrl);
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
