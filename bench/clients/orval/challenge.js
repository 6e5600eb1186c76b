import { challengeAuthCredential } from "../.work/orval/grid.ts";

export function connect(baseUrl) {
  globalThis.gridBaseUrl = baseUrl;
  const headers = { Authorization: `Basic ${btoa("bench-id:bench-secret")}` };
  return async (id) => {
    const { status, data } = await challengeAuthCredential(encodeURIComponent(id), { headers });
    if (status !== 200) throw new Error(data.code);
    return data;
  };
}
