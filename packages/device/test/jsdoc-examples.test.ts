import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as device from "@grid-sdk/device";
import { expect, test } from "vitest";
import { compileAsConsumer } from "../../../consumer.base.ts";
import { listFunctions, readJsdocExamples } from "../../../jsdoc-examples.base.ts";

const examples = readJsdocExamples(new URL("../dist/index.d.ts", import.meta.url));
// What the examples take for given: a page, a way to its backend, and values that they got before.
const GIVEN = `
import type * as Device from "@grid-sdk/device";
import type { startAuthentication as authenticate, startRegistration as register } from "@simplewebauthn/browser";
declare const button: HTMLButtonElement;
declare const challenge: string, encryptedOtpBundle: string, id: string, otp: string;
declare const otpEncryptionTargetBundle: string, requestId: string, signature: string, userId: string;
declare const key: Device.SessionKey, sessionKey: Device.SessionKey, clientKey: Device.ClientKey;
declare const startAuthentication: typeof authenticate, startRegistration: typeof register;
declare function post(path: string, body?: object): Promise<any>;
`;

test("each public function has an example", () => {
  const functions = listFunctions(device);
  expect(functions.length).toBeGreaterThan(10);
  for (const name of functions) expect([name, examples.get(name)]).toEqual([name, expect.stringContaining(name)]);
});

test("the examples compile, strictly, in a page", () => {
  const names = Object.keys(device).join(", ");
  const bodies = [...examples].map(([name, code]) => `export async function ${name}Example() {\n${code}}`);
  const folder = new URL("../node_modules/.cache/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  const file = fileURLToPath(new URL("jsdoc-examples.ts", folder));
  writeFileSync(file, `import { ${names} } from "@grid-sdk/device";\n${GIVEN}\n${bodies.join("\n\n")}\n`);
  expect(compileAsConsumer([file], { lib: ["es2022", "dom"] }).messages).toEqual([]);
});
