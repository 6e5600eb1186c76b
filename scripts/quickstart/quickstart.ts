import { parseArgs } from "node:util";
import { createGridClient, type GridClientOptions, isGridError } from "@grid-sdk/client";
import { startGridMock } from "@grid-sdk/mock";
import { challenge } from "../../packages/client/examples/challenge.ts";

const SCENES = [
  { title: "An EMAIL_OTP credential", prefer: "example=emailOtp" },
  { title: "An OAUTH credential", prefer: "example=oauth" },
  { title: "A PASSKEY credential", prefer: "example=passkey" },
  { title: "Too soon after the last one", prefer: "code=429" },
];
const EXAMPLE_ID = "AuthMethod:019542f5-b3e7-1d02-0000-000000000001";

const { values } = parseArgs({ options: { live: { type: "string" } } });

try {
  if (values.live === undefined) await challengeMock();
  else await show("The real API", values.live, {});
} catch (error) {
  if (!isGridError(error)) throw error;
  console.error(`  ${error.name}: ${error.message}`);
  process.exitCode = 1;
}

async function challengeMock(): Promise<void> {
  await using mock = await startGridMock();
  console.log(`\nThe mock serves openapi/grid-auth.yaml on ${mock.url}`);
  for (const { title, prefer } of SCENES) {
    await show(title, EXAMPLE_ID, { ...mock.clientOptions, headers: { Prefer: prefer } });
  }
  console.log(`
That was packages/client/examples/challenge.ts. The same call against the real API:
  GRID_CLIENT_ID=… GRID_CLIENT_SECRET=… npx -y pnpm@12 quickstart --live <credential id>
`);
}

async function show(title: string, id: string, options: GridClientOptions): Promise<void> {
  console.log(`\n${title}`);
  const grid = createGridClient({ ...options, fetch: fetchAloud });
  console.log(`  narrowed  ${await challenge(id, grid)}`);
}

/** Sends the request, and prints what went over the wire. */
async function fetchAloud(url: string, init: RequestInit): Promise<Response> {
  console.log(`  request   ${init.method} ${decodeURIComponent(new URL(url).pathname)}`);
  const response = await fetch(url, init);
  const body = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { type?: string; code?: string };
  console.log(`  answer    ${response.status} ${body.type ?? body.code ?? ""}`);
  return response;
}
