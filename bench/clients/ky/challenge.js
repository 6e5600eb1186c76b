import ky from "ky";

export function connect(baseUrl) {
  const headers = { Authorization: `Basic ${btoa("bench-id:bench-secret")}` };
  const grid = ky.create({ prefix: baseUrl, headers, timeout: 30_000, retry: 2 });
  return (id) => grid.post(`/auth/credentials/${encodeURIComponent(id)}/challenge`).json();
}
