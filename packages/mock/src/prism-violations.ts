import { isJsonObject, type Violation } from "@grid-sdk/contract";
import type { Answer } from "./answer.ts";

interface Diagnostic {
  readonly path?: readonly (string | number)[];
  readonly code?: string | number;
  readonly message: string;
}

const UNAUTHORIZED = {
  where: "header/authorization",
  message: "is missing, or is not what the security scheme asks for",
};

/** Prism's findings in the words of the mock. */
export function describeDiagnostics(diagnostics: readonly Diagnostic[]): Violation[] {
  return diagnostics.map(({ path = [], code, message }) => {
    if (code === 401) return UNAUTHORIZED;
    if (code === 415) return { where: "header/content-type", message };
    const place = path.length > 0 ? path.join("/") : "body";
    const missing = code === "required" ? /'(.+)'/.exec(message)?.[1] : undefined;
    if (missing !== undefined) return { where: `${place}/${missing}`, message: "is required" };
    if (code === "required") return { where: place, message: "is required" };
    // "Request body property type must be string": the place is told apart already.
    return { where: place, message: message.replace(/^Request \w+ (?:(?:property|parameter) \S+ )?/, "") };
  });
}

/** What Prism answers if the operation documents no failure of this kind. */
export function describeProblem({ status, body }: Answer): Violation[] {
  if (status === 401) return [UNAUTHORIZED];
  if (!isJsonObject(body)) return [];
  if (status === 415) return [{ where: "header/content-type", message: String(body["detail"]) }];
  const validation: unknown = body["validation"];
  return Array.isArray(validation)
    ? describeDiagnostics(validation.map(({ location, code, message }) => ({ path: location, code, message })))
    : [];
}
