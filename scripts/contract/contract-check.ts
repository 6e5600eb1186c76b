import { globalAgent as httpAgent } from "node:http";
import { globalAgent as httpsAgent } from "node:https";
import { type JsonObject, readFragment } from "@grid-sdk/openapi";
import { createTerminal, startProgress } from "@grid-sdk/terminal";
import { readOptions } from "../workspace/read-options.ts";
import { checkContract } from "./check-contract.ts";
import { formatReport } from "./format-report.ts";
import { planRequests } from "./plan-requests.ts";
import { ArgumentError, OPTIONS, readArguments, USAGE } from "./read-arguments.ts";

const options = readOptions(USAGE, { options: OPTIONS }).values;
try {
  const { fragment, operations, values, ...target } = readArguments(options, process.env);
  const document = await readDocument(fragment);
  const { requests, leftOut } = planRequests(document, operations, values);
  using progress = startProgress("Reading the document");
  const findings = await checkContract(document, requests, target, progress.report);
  progress.end();
  console.log(formatReport(findings, leftOut, createTerminal()));
  if (findings.some(({ violations }) => violations.length > 0)) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ArgumentError)) throw error;
  console.error(`contract:check: ${error.message}`);
  process.exitCode = 2;
} finally {
  // A server that did not respond in time may still hold a connection.
  httpAgent.destroy();
  httpsAgent.destroy();
}

async function readDocument(path: string): Promise<JsonObject> {
  try {
    return await readFragment(path);
  } catch (error) {
    throw new ArgumentError(
      `--fragment must be an OpenAPI document: ${error instanceof Error ? error.message : error}`,
    );
  }
}
