import { expect, test } from "vitest";
import { formatRequest } from "./format-request.ts";
import { showControls } from "./show-controls.ts";

const PLAIN = { width: Infinity, paint: (_: unknown, text: string) => text };

test.each([
  ["GET /a\u001b]0;owned\u0007", "GET /a\\u{1b}]0;owned\\u{7}"],
  ["a\r\nPOST /forged", "a\\u{d}\\u{a}POST /forged"],
  ["\u202egnp.exe", "\\u{202e}gnp.exe"],
  ["ä 鍵 …", "ä 鍵 …"],
])("shows the control characters of %j", (text, shown) => {
  expect(showControls(text)).toBe(shown);
});

test("a request's line is one line, whatever its parameters and its body are called", () => {
  const request = {
    operationId: "readThing",
    method: "GET",
    path: "/things",
    query: {},
    headers: {},
    body: undefined,
    status: 400,
    violations: [{ where: "query/\u001b[2J\nPOST", message: "is not declared" }],
    note: undefined,
  };
  const line = formatRequest(request, PLAIN, new Date(2026, 10, 28, 22, 31, 7));
  expect(line).toBe("22:31:07  400  GET     readThing  query/\\u{1b}[2J\\u{a}POST is not declared  /things");
});
