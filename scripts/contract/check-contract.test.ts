import { isJsonObject, type JsonObject, readFragment } from "@grid-sdk/openapi";
import { SPECIFICATION } from "@grid-sdk/contract/fixtures";
import { describe, expect, test } from "vitest";
import { checkContract } from "./check-contract.ts";
import { type LiveAnswer, startLiveServer } from "../test/live-server.ts";
import { planRequests } from "./plan-requests.ts";

const document = await readFragment(SPECIFICATION);

function readExample(name: string): JsonObject {
  const components = document["components"] as { examples: Record<string, { value: unknown }> };
  const value = components.examples[name]?.value;
  if (!isJsonObject(value)) throw new Error(`no example ${name}`);
  return value;
}

const emailOtp = readExample("EmailOtpCredential");
const passkey = readExample("PasskeyChallenge");
const { nickname: _nickname, ...withoutNickname } = emailOtp;
const { challenge, requestId, expiresAt } = passkey;
const { challenge: _challenge, ...withoutChallenge } = passkey;
const rateLimited = { status: 429, code: "RATE_LIMITED", message: "Wait." };

/** The status and violations of the challenge, `where: message`, for such a response. */
async function answerChallenge(answer: LiveAnswer) {
  const { requests } = planRequests(document, ["challengeAuthCredential"], new Map([["id", "a"]]));
  const own = requests.filter(({ operation }) => operation.id === "challengeAuthCredential");
  await using server = await startLiveServer({ "POST /auth/credentials/a/challenge": answer });
  const target = { upstream: new URL(server.url), authorization: "Basic x", timeoutMs: 60_000 };
  const [finding] = await checkContract(document, own, target);
  return {
    status: finding?.status,
    violations: finding?.violations.map(({ where, message }) => `${where}: ${message}`),
  };
}

describe("a response that the fragment allows has no violation", () => {
  test.each<[string, LiveAnswer]>([
    ["a plain credential", { body: emailOtp }],
    ["a passkey's challenge", { body: passkey }],
    ["with a charset", { body: emailOtp, headers: { "content-type": "application/json; charset=utf-8" } }],
    ["a documented failure with its header", { status: 429, headers: { "retry-after": "3" }, body: rateLimited }],
  ])("%s", async (_, answer) => {
    expect(await answerChallenge(answer)).toEqual({ status: answer.status ?? 200, violations: [] });
  });
});

test.each<[string, LiveAnswer, string[]]>([
  ["none", { status: 204, headers: { "content-type": undefined }, body: "" }, []],
  ["none, of a type", { status: 202, headers: { "content-type": "text/plain" }, body: "" }, []],
  ["one", { status: 202, body: {} }, ["body: is not documented"]],
])("of a body that is not documented there may be none: %s", async (_, answer, expected) => {
  const responses = { 202: { description: "Taken." }, 204: { description: "Done." } };
  const things = { ...document, paths: { "/things": { get: { operationId: "readThings", responses } } } };
  const { requests } = planRequests(things, [], new Map());
  await using server = await startLiveServer({ "GET /things": answer });
  const target = { upstream: new URL(server.url), authorization: "Basic x", timeoutMs: 60_000 };
  const [finding] = await checkContract(things, requests, target);
  expect(finding?.violations.map(({ where, message }) => `${where}: ${message}`)).toEqual(expected);
});

describe("a response that the fragment does not allow is found", () => {
  test.each<[string, LiveAnswer, string[]]>([
    ["a missing required field", { body: withoutNickname }, ["body/nickname: is required"]],
    ["a wrong type", { body: { ...emailOtp, nickname: 7 } }, ["body/nickname: must be string"]],
    [
      "an unknown enum value",
      { body: { ...emailOtp, type: "SMS" } },
      ["body/type: must be one of EMAIL_OTP, OAUTH, PASSKEY"],
    ],
    [
      "a bad date",
      { body: { ...emailOtp, createdAt: "yesterday" } },
      ['body/createdAt: must match format "date-time"'],
    ],
    ["an extra property on the strict wrapper", { body: { ...emailOtp, "a/b": 1 } }, ["body/a~1b: is not allowed"]],
    [
      "a wrong status",
      { status: 203, body: emailOtp },
      ["status: 203 is not documented; 200, 400, 401, 404, 429, 500 are"],
    ],
    [
      "a wrong content type",
      { headers: { "content-type": "text/html" }, body: "<p>" },
      ["header/content-type: must be application/json"],
    ],
    [
      "the fields of both branches",
      { body: { ...emailOtp, challenge, requestId, expiresAt } },
      ["body/challenge: is not allowed", "body/requestId: is not allowed", "body/expiresAt: is not allowed"],
    ],
    ["neither branch", { body: withoutChallenge }, ["body/challenge: is required"]],
    ["a missing Retry-After", { status: 429, body: rateLimited }, ["header/Retry-After: is required"]],
    [
      "the branch of another type",
      { body: { ...emailOtp, type: "PASSKEY" } },
      ["body/challenge: is required", "body/requestId: is required", "body/expiresAt: is required"],
    ],
    [
      "a Retry-After that is not a number",
      { status: 429, headers: { "retry-after": "soon" }, body: rateLimited },
      ["header/Retry-After: must be integer"],
    ],
    [
      "an unknown error code",
      { status: 429, headers: { "retry-after": "3" }, body: { ...rateLimited, code: "SLOW" } },
      ["body/code: must be one of RATE_LIMITED"],
    ],
    [
      "an undocumented failure",
      { status: 418, body: {} },
      ["status: 418 is not documented; 200, 400, 401, 404, 429, 500 are"],
    ],
    [
      "no content type",
      { headers: { "content-type": undefined }, body: emailOtp },
      ["header/content-type: must be application/json"],
    ],
  ])("%s", async (_, answer, violations) => {
    expect(await answerChallenge(answer)).toEqual({ status: answer.status ?? 200, violations });
  });

  test.each<[string, LiveAnswer, string]>([
    ["a body that is not JSON", { body: "{oops" }, "body: is not valid JSON"],
    ["501, which Prism would cover up", { status: 501, body: {} }, "status: 501 is not documented"],
  ])("%s", async (_, answer, violation) => {
    expect(await answerChallenge(answer)).toEqual({ status: undefined, violations: [violation] });
  });
});
