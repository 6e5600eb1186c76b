import { connectAxios } from "./connect.js";

export function connect(baseURL, adapter) {
  const grid = connectAxios(baseURL, adapter);
  return async (id) => (await grid.post(`/auth/credentials/${encodeURIComponent(id)}/challenge`)).data;
}
