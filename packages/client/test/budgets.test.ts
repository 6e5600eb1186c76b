import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { countInstantiations } from "./support/count-instantiations.ts";

/** What the client may weigh, in openapi-fetch alone: it runs on servers, so this is a bound and no goal. */
const BUDGET_RATIO = 3.2;
/** Fewer than the compiler makes for a call of the next best generated client: `bench/results/`, "Compiler". */
const BUDGET_INSTANTIATIONS_PER_CALL = 17;

const directory = fileURLToPath(new URL(".", import.meta.url));
const START = `import { createGridClient } from "@grid-sdk/client";
const grid = createGridClient();
`;
const CALL = `export const challenge = (id) => grid.challengeAuthCredential({ path: { id } });`;

const LIBRARY_ALONE = `import createClient from "openapi-fetch";
const client = createClient({ baseUrl: "https://api.lightspark.com/grid/2025-10-13" });
export const challenge = (id) =>
  client.POST("/auth/credentials/{id}/challenge", { params: { path: { id } } });`;

/** One call of each operation, and again until there are ten. */
const TEN_CALLS = `
await grid.challengeAuthCredential({ path: { id: "a" } });
await grid.createAuthCredential({ body: { type: "EMAIL_OTP", accountId: "a" } });
await grid.verifyAuthCredential({ path: { id: "a" }, body: { type: "EMAIL_OTP", otp: "1", clientPublicKey: "04" } });
await grid.listAuthCredentials({ query: { accountId: "a" } });
await grid.revokeAuthCredential({ path: { id: "a" } });
await grid.listAuthSessions({ query: { accountId: "a" } });
await grid.revokeAuthSession({ path: { id: "a" } });
await grid.challengeAuthCredential({ path: { id: "b" } });
await grid.listAuthCredentials({ query: { accountId: "b" } });
await grid.revokeAuthSession({ path: { id: "b" } });
`;

test(`bundles a program with one call into at most ${BUDGET_RATIO} times openapi-fetch alone, minified and gzipped`, async () => {
  const ratio = (await measureBundle(START + CALL)) / (await measureBundle(LIBRARY_ALONE));
  expect(
    ratio,
    `A program with one call is ${ratio} times openapi-fetch alone; the budget is ${BUDGET_RATIO}. See what grew with esbuild's metafile.`,
  ).toBeLessThanOrEqual(BUDGET_RATIO);
  expect(ratio).toBeGreaterThan(1);
});

async function measureBundle(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: directory },
    bundle: true,
    minify: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? "").length;
}

test(`costs a consumer's compiler at most ${BUDGET_INSTANTIATIONS_PER_CALL} type instantiations per call`, () => {
  const none = countInstantiations(directory, START);
  const perCall = (countInstantiations(directory, START + TEN_CALLS) - none) / 10;
  expect(
    perCall,
    `A call makes ${perCall} type instantiations; the budget is ${BUDGET_INSTANTIATIONS_PER_CALL}. A conditional or mapped type in the path of a call is the usual cause; \`tsc --generateTrace\` shows which.`,
  ).toBeLessThanOrEqual(BUDGET_INSTANTIATIONS_PER_CALL);
  expect(perCall).toBeGreaterThan(0);
});
