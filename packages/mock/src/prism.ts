import { runInThisContext } from "node:vm";
import type { JsonObject, Violation } from "@grid-sdk/contract";
import type * as PrismHttp from "@stoplight/prism-http";
import type { IHttpMockConfig, IHttpRequest } from "@stoplight/prism-http";
import type { Answer } from "./answer.ts";
import type { Preference } from "./preference.ts";
import { describeDiagnostics, describeProblem } from "./prism-violations.ts";
import { silentLogger } from "./silent-logger.ts";

/** Prism's answer, and what it found wrong with the request. */
export interface PrismAnswer {
  readonly answer: Answer;
  readonly violations: readonly Violation[];
}

export type AskPrism = (request: IHttpRequest, preference: Preference) => Promise<PrismAnswer>;

// `DiagnosticSeverity.Error` of @stoplight/types.
const ERROR_SEVERITY = 0;

const CONFIG = {
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: true,
  isProxy: false,
  mock: { dynamic: false },
  upstreamProxy: undefined,
} satisfies IHttpMockConfig & { upstreamProxy: undefined };

/** Prism's engine on a document: routes, checks security and request, picks the answer and checks it. */
export async function loadPrism(document: JsonObject): Promise<AskPrism> {
  const { createInstance, getHttpOperationsFromSpec, ProblemJsonError, VIOLATIONS } = requirePrism();
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  const prism = createInstance(CONFIG, { logger: silentLogger() });

  const toProblem = (error: Error): Answer => {
    const problem = ProblemJsonError.toProblemJson(error);
    return { status: problem.status, headers: { "content-type": "application/problem+json" }, body: problem };
  };

  return async (request, preference) => {
    const result = await prism.request(request, operations, { ...CONFIG, mock: { dynamic: false, ...preference } })();
    if (result._tag === "Left") {
      const answer = toProblem(result.left);
      return { answer, violations: describeProblem(answer) };
    }
    const { output, validations } = result.right;
    const broken = validations.output.filter(({ severity }) => severity === ERROR_SEVERITY);
    if (broken.length > 0) {
      const detail = "The answer violates the fragment: an example does not fit its schema.";
      const answer = toProblem(ProblemJsonError.fromTemplate(VIOLATIONS, detail, { validation: broken }));
      return { answer, violations: [] };
    }
    const headers = Object.entries(output.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
    return {
      answer: { status: output.statusCode, headers: Object.fromEntries(headers), body: output.body },
      violations: describeDiagnostics(validations.input.filter(({ severity }) => severity === ERROR_SEVERITY)),
    };
  };
}

/**
 * Some of what Prism requires are ES modules. Node can do that; jest cannot, and its modules see no other loader than
 * its own. The process of the main context has Node's.
 */
function requirePrism(): typeof PrismHttp {
  const { getBuiltinModule } = runInThisContext("process") as NodeJS.Process;
  return getBuiltinModule("node:module").createRequire(import.meta.url)("@stoplight/prism-http");
}
