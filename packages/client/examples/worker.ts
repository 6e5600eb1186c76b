import { createGridClient } from "@grid-sdk/client";

interface Env {
  readonly GRID_CLIENT_ID: string;
  readonly GRID_CLIENT_SECRET: string;
  readonly GRID_BASE_URL?: string;
}

export const worker = {
  async fetch(request: Request, env: Env): Promise<Response> {
    const grid = createGridClient({
      clientId: env.GRID_CLIENT_ID,
      clientSecret: env.GRID_CLIENT_SECRET,
      baseUrl: env.GRID_BASE_URL,
      deadlineMs: 10_000,
    });
    const id = new URL(request.url).searchParams.get("credential") ?? "";
    const { data } = await grid.challengeAuthCredential({ path: { id } });
    return Response.json({ type: data.type });
  },
};
