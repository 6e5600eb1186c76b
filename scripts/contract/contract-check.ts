import { readFile } from "node:fs/promises";
import { globalAgent as httpAgent } from "node:http";
import { globalAgent as httpsAgent } from "node:https";
import { checkContract } from "./contract-check/check-contract.ts";
import { formatReport } from "./contract-check/format-report.ts";
import { planRequests } from "./contract-check/plan-requests.ts";
import { ArgumentError, readArguments } from "./contract-check/read-arguments.ts";
import { FRAGMENT_PATH } from "./generate/derive-files.ts";
import { parseFragment } from "./generate/fragment.ts";

try {
  const { operations, values, ...target } = readArguments(process.argv.slice(2), process.env);
  const { document } = parseFragment(await readFile(new URL(`../${FRAGMENT_PATH}`, import.meta.url), "utf8"));
  const { requests, leftOut } = planRequests(document, operations, values);
  const findings = await checkContract(document, requests, target);
  console.log(formatReport(findings, leftOut));
  if (findings.some(({ violations }) => violations.length > 0)) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ArgumentError)) throw error;
  console.error(`contract:check: ${error.message}`);
  process.exitCode = 1;
} finally {
  // A server that did not answer in time may still hold a connection.
  httpAgent.destroy();
  httpsAgent.destroy();
}
