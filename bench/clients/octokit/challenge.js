import { request } from "@octokit/request";

export function connect(baseUrl) {
  const headers = { accept: "application/json", authorization: `Basic ${btoa("bench-id:bench-secret")}` };
  const grid = request.defaults({ baseUrl, headers });
  return async (id) => (await grid("POST /auth/credentials/{id}/challenge", { id })).data;
}
