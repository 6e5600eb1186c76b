import type { Format } from "@grid-sdk/terminal";
import { expect, test } from "vitest";
import type { RecordedRequest } from "../http/recorded-request.ts";
import { formatRequest } from "./format-request.ts";

const PATH = "/auth/credentials/AuthMethod%3A019542f5-b3e7-1d02-0000-000000000001/challenge";
const REQUEST: RecordedRequest = {
  operationId: "challengeAuthCredential",
  method: "POST",
  path: PATH,
  query: {},
  headers: {},
  body: undefined,
  status: 200,
  violations: [],
  note: undefined,
};
const time = new Date(2026, 10, 28, 22, 31, 7);
const terminal = (width: number) => ({ width, paint: (_: Format, text: string) => text });

test("a request is one line in a pipe: time and status first, the path last", () => {
  expect(formatRequest(REQUEST, terminal(Infinity), time)).toBe(
    `22:31:07  200  POST    challengeAuthCredential  ${PATH}`,
  );
});

test("a request without a response says so", () => {
  const line = formatRequest({ ...REQUEST, status: undefined, path: "/auth" }, terminal(Infinity), time);
  expect(line).toBe("22:31:07  ---  POST    challengeAuthCredential  no response  /auth");
});

test.each([80, 100])("no word of a request breaks at %i columns", (width) => {
  const note = "Too many challenges for this credential. Wait before you ask for another one. ".repeat(2).trim();
  const lines = formatRequest({ ...REQUEST, status: 429, note }, terminal(width), time).split("\n");
  expect(lines.filter((line) => line.length > width)).toEqual([]);
  const words = lines.flatMap((line) => line.trim().split(/ +/));
  expect(words).toEqual(["22:31:07", "429", "POST", "challengeAuthCredential", ...note.split(" "), PATH]);
  expect(lines.at(-1)).toBe(`  ${PATH}`);
});

test.each([
  [200, "green"],
  [302, "cyan"],
  [429, "yellow"],
  [500, "red"],
  [undefined, "red"],
])("the colour of a status is that of its class: %s is %s", (status, colour) => {
  const paint = (format: Format, text: string) => `<${String(format)}>${text}</>`;
  const line = formatRequest({ ...REQUEST, status }, { width: Infinity, paint }, time);
  expect(line).toContain(`<${colour}>${status ?? "---"}</>`);
});
