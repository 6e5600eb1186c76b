import OpenAI from "openai";

export function connect(baseURL) {
  const defaultHeaders = { Authorization: `Basic ${btoa("bench-id:bench-secret")}` };
  const grid = new OpenAI({ apiKey: "bench", baseURL, defaultHeaders });
  return (id) => grid.post(`/auth/credentials/${encodeURIComponent(id)}/challenge`);
}
