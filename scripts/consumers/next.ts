import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launchChromium } from "@grid-sdk/test-browser";
import { findFreePort } from "../workspace/find-free-port.ts";
import { startProcess } from "../workspace/start-process.ts";
import { type Check, nodeOf, runProgram, type Workbench } from "./check.ts";

const NEXT = join("node_modules", "next", "dist", "bin", "next");
const PAGE_WITH_THE_CLIENT = `"use client";
import { getGrid } from "../../lib/grid-client";

export default function Page() {
  return <button onClick={() => getGrid().challengeAuthCredential({ path: { id: "" } })}>Send</button>;
}
`;

const check = (name: string, run: () => Promise<void>): Check => ({ kind: "bundler", name: `Next.js, ${name}`, run });

/** The application of docs/nextjs.md: its routes call, and its pages cannot. */
export function listNextChecks(bench: Workbench): Check[] {
  return [
    check("routes on Node and at the edge, and a page that is refused", () => callRoutes(bench)),
    check("a page that imports a server-only module", () => buildWrongPage(bench)),
  ];
}

async function callRoutes(bench: Workbench): Promise<void> {
  // Without the secrets, as on a build server.
  await runProgram(bench, nodeOf(bench, "24"), [NEXT, "build", "next"]);
  const secrets = `GRID_CLIENT_ID=id\nGRID_CLIENT_SECRET=secret\nGRID_BASE_URL=${bench.mockUrl}\n`;
  await writeFile(join(bench.directory, "next", ".env.local"), secrets);
  const port = await findFreePort();
  await using server = startProcess(nodeOf(bench, "24"), [NEXT, "start", "next", `--port=${port}`], bench.directory);
  await server.untilPrinted("Ready");
  for (const route of ["api/credentials/AuthMethod:1/challenge", "edge/AuthMethod:1"]) {
    const response = await fetch(`http://127.0.0.1:${port}/${route}`, { method: "POST" });
    const body = await response.text();
    if (body !== '{"type":"EMAIL_OTP"}') throw new Error(`${route}: ${response.status} ${body}\n${server.output}`);
  }
  await using browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/mistake`);
  await page.getByText("refuses to run in a browser, where its secret is public: call it from your server").waitFor();
}

async function buildWrongPage(bench: Workbench): Promise<void> {
  const page = join(bench.directory, "next-wrong", "app", "wrong");
  await cp(join(bench.directory, "next"), join(bench.directory, "next-wrong"), {
    recursive: true,
    filter: (path) => !path.includes(".next"),
  });
  await mkdir(page);
  await writeFile(join(page, "page.tsx"), PAGE_WITH_THE_CLIENT);
  const built = runProgram(bench, nodeOf(bench, "24"), [NEXT, "build", "next-wrong"]);
  const message = await built.then(
    () => "the build succeeded",
    (error: unknown) => String(error),
  );
  if (!/'server-only' cannot be imported from a Client Component module/.test(message)) throw new Error(message);
}
