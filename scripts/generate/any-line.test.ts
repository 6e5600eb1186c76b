import { expect, test } from "vitest";
import { fragmentOf } from "../test/compile-derived.ts";
import { deriveAnyLine } from "./any-line.ts";

/** A line whose one operation fails with a code. */
const lineWith = (code: object) =>
  fragmentOf({
    paths: {
      "/a": {
        get: {
          operationId: "getA",
          responses: {
            "200": { description: "It." },
            "400": {
              description: "Not.",
              content: { "application/json": { schema: { type: "object", properties: { code } } } },
            },
          },
        },
      },
    },
  });

test("knows the error codes of all lines, each once, and any other string", () => {
  const code = deriveAnyLine([
    lineWith({ type: "string", enum: ["OLD", "BOTH"] }),
    lineWith({ type: "string", enum: ["BOTH", "NEW"] }),
    lineWith({ const: "ONLY" }),
  ]);
  expect(code).toContain(
    'export type AnyApiErrorCode =\n  | "BOTH"\n  | "NEW"\n  | "OLD"\n  | "ONLY"\n  | (string & {});\n',
  );
});
