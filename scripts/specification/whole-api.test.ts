import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fieldOf, readFragment } from "@grid-sdk/openapi";
import { SPECIFICATION } from "@grid-sdk/contract/fixtures";
import { startGridMock } from "@grid-sdk/mock";
import { beforeAll, expect, test } from "vitest";
import { stringify } from "yaml";
import { checkContract } from "../contract/check-contract.ts";
import { planRequests } from "../contract/plan-requests.ts";
import { compileDerived } from "../test/compile-derived.ts";
import { makeSpecificationClone, type SpecificationClone } from "../test/specification-clone.ts";
import { buildWholeSpecification } from "./update/whole-specification.ts";

const responses = { 200: { description: "It." } };
/** What the SDK cannot call, and the selection leaves out. */
const UNCALLABLE = {
  "/made/upload": {
    post: { operationId: "upload", requestBody: { content: { "multipart/form-data": {} } }, responses },
  },
  "/made/agent": { get: { operationId: "readAsAgent", security: [{ AgentAuth: [] }], responses } },
};

let clone: SpecificationClone;
beforeAll(async () => {
  clone = await makeSpecificationClone();
  return () => clone.remove();
});

test("all paths are selected but those that cannot be called; they compile, and the mock responds to each GET", async () => {
  const selection = join(clone.path, "openapi/selection.json");
  writeFileSync(selection, clone.read("openapi/selection.json").replace("/auth/", "/"));
  const whole = buildWholeSpecification(await readFragment(SPECIFICATION), 40);
  const paths = { ...fieldOf(whole, "paths"), ...UNCALLABLE };
  const revision = join(clone.path, "node_modules/whole.yaml");
  writeFileSync(revision, stringify({ ...whole, paths }, { aliasDuplicateObjects: false }));

  const { leftOut, examples } = await clone.take(revision);
  expect(leftOut.map(({ what }) => what)).toEqual(["POST /made/upload", "GET /made/agent"]);
  expect({ missing: examples.missing, hasMade: examples.made.length > 30 }).toEqual({ missing: [], hasMade: true });

  const fragment = join(clone.path, "openapi/2026-04-23/grid-auth.yaml");
  const document = await readFragment(fragment);
  expect(await compileDerived(document)).toEqual([]);

  const { requests } = planRequests(document, [], new Map());
  expect(requests.length).toBeGreaterThan(30);
  await using mock = await startGridMock({ fragment });
  const target = { upstream: new URL(mock.url), authorization: "Basic YTpi", timeoutMs: 60_000 };
  const findings = await checkContract(document, requests, target);
  expect(findings.map(({ status }) => status)).toEqual(requests.map(() => 200));
  expect(findings.flatMap(({ violations }) => violations)).toEqual([]);
});
