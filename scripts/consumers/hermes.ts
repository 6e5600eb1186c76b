import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "../workspace/root.ts";
import { type Check, nodeOf, NPM, runProgram, tarballOf, type Workbench } from "./check.ts";

/** What an app of React Native installs, and the engine. Apart from the other environments, whose Metro is older. */
const PROJECT = {
  "react-native": "0.88.1",
  react: "19.3.1",
  "@types/react": "19.3.3",
  "@react-native/babel-preset": "0.88.1",
  "@react-native/metro-config": "0.88.1",
  "@react-native/typescript-config": "0.87.1",
  metro: "0.87.1",
  // The newest whose engine is a program for this machine.
  "hermes-engine-cli": "0.12.0",
  "expo-secure-store": "57.0.4",
  "react-native-get-random-values": "2.0.0",
  "react-native-keychain": "10.0.0",
  "react-native-passkey": "3.6.2",
  "react-native-passkeys": "0.4.2",
  // The types that react-native-passkeys names and does not bring.
  "@simplewebauthn/typescript-types": "8.3.4",
  "@turnkey/api-key-stamper": "0.6.17",
  "@turnkey/crypto": "2.13.2",
} as const;

const device = fileURLToPath(new URL("packages/device", ROOT));

/**
 * The code of docs/react-native.md compiles against React Native's types. Metro bundles it and the test vectors as an
 * app, in each way that Metro finds packages. Hermes runs them; Turnkey's packages and the emulator judge what it says.
 */
export function checkHermes(bench: Workbench): Check {
  const run = async () => {
    const project = { ...bench, directory: await installProject(bench) };
    const node = nodeOf(bench, "24");
    const tsc = join("..", "node_modules", "typescript-6.0", "bin", "tsc");
    await runProgram(project, node, [tsc, "-p", "tsconfig.json"]);
    await runProgram(project, node, [tsc, "-p", "tsconfig.expo.json"]);
    await runProgram(project, node, ["run.mjs"], "passed in Hermes");
    await runProgram(project, node, ["compile.mjs"], "compiled for Hermes");
  };
  return { kind: "run time", name: "device/native: React Native 0.88, its types, Metro and Hermes", run };
}

/** A project of React Native in the workbench: its own packages, this one's, and the code of the docs. */
async function installProject(bench: Workbench): Promise<string> {
  const directory = join(bench.directory, "hermes");
  const own = {
    "@grid-sdk/core": await tarballOf(bench, "core"),
    "@grid-sdk/device": await tarballOf(bench, "device"),
  };
  const manifest = { private: true, type: "module", dependencies: { ...own, ...PROJECT } };
  await writeFile(join(directory, "package.json"), JSON.stringify(manifest, undefined, 2));
  await cp(join(device, "examples/react-native"), join(directory, "app"), { recursive: true });
  await cp(join(device, "examples/backend"), join(directory, "backend"), { recursive: true });
  await cp(join(device, "test/vectors"), join(directory, "vectors"), { recursive: true });
  // Peers would bring all of Expo, and a phone's native halves have scripts to run.
  const quiet = ["--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
  await runProgram({ directory, mockUrl: "" }, NPM, ["install", ...quiet]);
  return directory;
}
