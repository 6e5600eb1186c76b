import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compileAsConsumer } from "../../../consumer.base.ts";

const fixture = fileURLToPath(new URL("fixtures/consumer-code.ts", import.meta.url));

test("a consumer's code compiles strictly, the declarations of all dependencies checked too", () => {
  const { messages, files } = compileAsConsumer([fixture], { types: ["node"] });
  expect(files.some((name) => name.endsWith("mock/dist/index.d.ts"))).toBe(true);
  expect(files.filter((name) => name.includes("@stoplight"))).toEqual([]);
  expect(messages).toEqual([]);
});

test("code that does not compile is reported: without Node's types a consumer has no AsyncDisposable", () => {
  const { messages } = compileAsConsumer([fixture]);
  expect(messages).toContainEqual(expect.stringContaining("Cannot find name 'AsyncDisposable'"));
});
