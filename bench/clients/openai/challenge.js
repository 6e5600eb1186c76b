import OpenAI from "openai";

export function connect(baseURL) {
  const defaultHeaders = { Authorization: `Basic ${btoa("bench-id:bench-secret")}` };
  const grid = new OpenAI({ apiKey: "bench", baseURL, defaultHeaders, maxRetries: 2, timeout: 30_000 });
  return (id) => grid.post(`/auth/credentials/${encodeURIComponent(id)}/challenge`);
}
