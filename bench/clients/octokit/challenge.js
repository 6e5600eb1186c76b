import { connectOctokit } from "./connect.js";

export function connect(baseUrl) {
  const grid = connectOctokit(baseUrl);
  return async (id) => (await grid("POST /auth/credentials/{id}/challenge", { id })).data;
}
