import { challengeAuthCredential } from "../.work/hey-api/index.ts";
import { createClient, createConfig } from "../.work/hey-api/client/index.ts";

export function connect(baseUrl) {
  const client = createClient(createConfig({ baseUrl, auth: "bench-id:bench-secret" }));
  return async (id) => {
    const { data, error } = await challengeAuthCredential({ client, path: { id } });
    if (error) throw new Error(error.code);
    return data;
  };
}
