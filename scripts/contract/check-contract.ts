import { setTimeout as wait } from "node:timers/promises";
import { createResponseCheck } from "@grid-sdk/contract";
import type { JsonObject } from "@grid-sdk/openapi";
import { checkLiveResponse } from "./check-live-response.ts";
import type { Finding } from "./format-report.ts";
import type { ContractRequest } from "./plan-requests.ts";
import { createProxy } from "./proxy.ts";
import type { Arguments } from "./read-arguments.ts";

type Target = Pick<Arguments, "upstream" | "authorization" | "timeoutMs">;

/** Sends the requests one after the other through Prism to the live server, and checks the responses. */
export async function checkContract(
  document: JsonObject,
  requests: readonly ContractRequest[],
  { upstream, authorization, timeoutMs }: Target,
  report: (progress: string) => void = () => undefined,
): Promise<Finding[]> {
  const forward = await createProxy(document, upstream);
  const checkResponse = createResponseCheck(document);
  const findings: Finding[] = [];
  for (const [at, request] of requests.entries()) {
    report(`Calling ${request.operation.id}, ${at + 1} of ${requests.length}`);
    const answer = await orTimeOut(forward(request, authorization), timeoutMs);
    if ("status" in answer) {
      const violations = checkLiveResponse(request.operation, answer, checkResponse);
      findings.push({ request, status: answer.status, violations });
    } else {
      findings.push({ request, status: undefined, violations: answer.violations });
    }
  }
  return findings;
}

/** Prism's own forwarding has no time limit. */
async function orTimeOut<T>(answer: Promise<T>, timeoutMs: number) {
  const done = new AbortController();
  const timeOut = wait(timeoutMs, undefined, { signal: done.signal }).then(() => ({
    violations: [{ where: "response", message: `no response within ${timeoutMs / 1000} s` }] as const,
  }));
  try {
    return await Promise.race([answer, timeOut]);
  } finally {
    done.abort();
    timeOut.catch(() => {});
  }
}
