import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as device from "@grid-sdk/device";
import * as native from "@grid-sdk/device/native";
import { describe, expect, test } from "vitest";
import { compileAsConsumer } from "../../../consumer.base.ts";
import { listFunctions, readJsdocExamples } from "../../../jsdoc-examples.base.ts";

// What the examples expect to exist: an app, a way to its backend, and values that they got before.
const given = (entry: string) => `
import type * as Device from "${entry}";
import type { startAuthentication as authenticate, startRegistration as register } from "@simplewebauthn/browser";
declare const button: HTMLButtonElement;
declare const challenge: string, encryptedOtpBundle: string, id: string, otp: string;
declare const otpEncryptionTargetBundle: string, requestId: string, signature: string, userId: string;
declare const key: Device.SessionKey, sessionKey: Device.SessionKey, clientKey: Device.ClientKey;
declare const startAuthentication: typeof authenticate, startRegistration: typeof register;
declare const getPasskey: (challenge: string) => Promise<unknown>;
declare const SecureStore: {
  getItemAsync(name: string): Promise<string | null>;
  setItemAsync(name: string, value: string): Promise<void>;
};
declare function post(path: string, body?: object): Promise<any>;
`;

describe.each([
  ["@grid-sdk/device", "index", device],
  ["@grid-sdk/device/native", "native", native],
])("%s", (entry, file, module) => {
  const examples = readJsdocExamples(new URL(`../dist/${file}.d.ts`, import.meta.url));

  test("has an example of each public function", () => {
    const functions = listFunctions(module);
    expect(functions.length).toBeGreaterThan(10);
    for (const name of functions) expect([name, examples.get(name)]).toEqual([name, expect.stringContaining(name)]);
  });

  test("has examples that compile, strictly", () => {
    const names = Object.keys(module).join(", ");
    // The entry with a browser's dialogs has its own.
    const outside = names.includes("getPasskey")
      ? given(entry).replace(/^declare const getPasskey.*$/m, "")
      : given(entry);
    const bodies = [...examples].map(([name, code]) => `export async function ${name}Example() {\n${code}}`);
    const folder = new URL("../node_modules/.cache/", import.meta.url);
    mkdirSync(folder, { recursive: true });
    const path = fileURLToPath(new URL(`jsdoc-examples-${file}.ts`, folder));
    writeFileSync(path, `import { ${names} } from "${entry}";\n${outside}\n${bodies.join("\n\n")}\n`);
    expect(compileAsConsumer([path], { lib: ["es2022", "dom"] }).messages).toEqual([]);
  });
});
