import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compileAsConsumer } from "../../../consumer.base.ts";

const fixture = fileURLToPath(new URL("fixtures/consumer-code.ts", import.meta.url));

test.each([
  ["for a browser", { lib: ["es2022", "dom"] }],
  ["for Node, without the DOM library", { types: ["node"], lib: ["es2022"] }],
])("a consumer's code compiles strictly %s, all declarations checked too", (_, platform) => {
  const { messages, files } = compileAsConsumer([fixture], platform);
  expect(messages).toEqual([]);
  // Its libraries' declarations are not the consumer's to compile.
  expect(files.filter((name) => /@noble|@scure|\/hpke\//.test(name))).toEqual([]);
  expect(files.some((name) => name.endsWith("device/dist/index.d.ts"))).toBe(true);
});
