import axios from "axios";

export function connect(baseURL, adapter) {
  const grid = axios.create({ baseURL, auth: { username: "bench-id", password: "bench-secret" }, adapter });
  return async (id) => (await grid.post(`/auth/credentials/${encodeURIComponent(id)}/challenge`)).data;
}
