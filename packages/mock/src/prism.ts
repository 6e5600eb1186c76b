import { createInstance, getHttpOperationsFromSpec, ProblemJsonError, VIOLATIONS } from "@stoplight/prism-http";
import type { IHttpMockConfig, IHttpRequest, PrismHttpComponents } from "@stoplight/prism-http";
import type { OpenApiDocument } from "./fragment.ts";
import type { Preference } from "./preference.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or undefined for no body. */
  readonly body: unknown;
}

export type AnswerRequest = (request: IHttpRequest, preference: Preference) => Promise<Answer>;

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
export async function loadPrism(document: OpenApiDocument): Promise<AnswerRequest> {
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  const prism = createInstance(CONFIG, { logger: silentLogger() });
  return async (request, preference) => {
    const result = await prism.request(request, operations, { ...CONFIG, mock: { dynamic: false, ...preference } })();
    if (result._tag === "Left") return toProblem(result.left);
    const { output, validations } = result.right;
    const violations = validations.output.filter(({ severity }) => severity === ERROR_SEVERITY);
    if (violations.length > 0) {
      const detail = "The answer violates the fragment: an example does not fit its schema.";
      return toProblem(ProblemJsonError.fromTemplate(VIOLATIONS, detail, { validation: violations }));
    }
    const headers = Object.entries(output.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
    return { status: output.statusCode, headers: Object.fromEntries(headers), body: output.body };
  };
}

function toProblem(error: Error): Answer {
  const problem = ProblemJsonError.toProblemJson(error);
  return { status: problem.status, headers: { "content-type": "application/problem+json" }, body: problem };
}

function ignore() {}

function silentLogger(): PrismHttpComponents["logger"] {
  const levels = {
    trace: ignore,
    debug: ignore,
    info: ignore,
    success: ignore,
    warn: ignore,
    error: ignore,
    fatal: ignore,
  };
  const logger = { ...levels, child: () => logger };
  // Prism asks for a pino logger and calls nothing but these.
  return logger as unknown as PrismHttpComponents["logger"];
}
