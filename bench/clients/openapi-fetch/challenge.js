import createClient from "openapi-fetch";

export function connect(baseUrl) {
  const headers = { Authorization: `Basic ${btoa("bench-id:bench-secret")}` };
  const client = createClient({ baseUrl, headers });
  return async (id) => {
    const { data, error } = await client.POST("/auth/credentials/{id}/challenge", { params: { path: { id } } });
    if (error) throw new Error(error.code);
    return data;
  };
}
