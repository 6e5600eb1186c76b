import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { bundle } from "./harness/bundle.ts";
import { OURS } from "./harness/clients.ts";
import { countInstantiations } from "./harness/compile/count-instantiations.ts";

/** The largest bundle of the client, as a multiple of openapi-fetch's. It runs on servers, so this is a limit, not a goal. */
const BUDGET_RATIO = 4.28;
/** Fewer than the compiler makes for a call of the next best generated client: `bench/results/`, "Compiler". */
const BUDGET_INSTANTIATIONS_PER_CALL = 17;

const directory = fileURLToPath(new URL(".", import.meta.url));
const START = `import { createGridClient } from "@grid-sdk/client";
const grid = createGridClient();
`;

/** One call of each operation, and again until there are ten. */
const TEN_CALLS = `
await grid.challengeAuthCredential({ path: { id: "a" } });
await grid.createAuthCredential({ body: { type: "EMAIL_OTP", accountId: "a" } });
await grid.verifyAuthCredential({ path: { id: "a" }, body: { type: "OAUTH", oidcToken: "t", clientPublicKey: "04" } });
await grid.listAuthCredentials({ query: { accountId: "a" } });
await grid.revokeAuthCredential({ path: { id: "a" } });
await grid.listAuthSessions({ query: { accountId: "a" } });
await grid.revokeAuthSession({ path: { id: "a" } });
await grid.challengeAuthCredential({ path: { id: "b" } });
await grid.listAuthCredentials({ query: { accountId: "b" } });
await grid.revokeAuthSession({ path: { id: "b" } });
`;

test(`bundles a program with one call into at most ${BUDGET_RATIO} times openapi-fetch, minified and gzipped`, async () => {
  const [ours, library] = await Promise.all([bundle(OURS, "challenge"), bundle("openapi-fetch", "challenge")]);
  const ratio = gzipSync(ours).length / gzipSync(library).length;
  expect(
    ratio,
    `A program with one call is ${ratio} times openapi-fetch; the budget is ${BUDGET_RATIO}. See what grew with esbuild's metafile.`,
  ).toBeLessThanOrEqual(BUDGET_RATIO);
  expect(ratio).toBeGreaterThan(1);
});

test(`costs a consumer's compiler at most ${BUDGET_INSTANTIATIONS_PER_CALL} type instantiations per call`, () => {
  const none = countInstantiations(directory, START);
  const perCall = (countInstantiations(directory, START + TEN_CALLS) - none) / 10;
  expect(
    perCall,
    `A call makes ${perCall} type instantiations; the budget is ${BUDGET_INSTANTIATIONS_PER_CALL}. A conditional or mapped type in the path of a call is the usual cause; \`tsc --generateTrace\` shows which.`,
  ).toBeLessThanOrEqual(BUDGET_INSTANTIATIONS_PER_CALL);
  expect(perCall).toBeGreaterThan(0);
});
