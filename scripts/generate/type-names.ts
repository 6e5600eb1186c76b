import ts from "typescript";
import { DocumentError, fieldOf, type JsonObject, pointerTo, type Problem } from "@grid-sdk/openapi";
import { INHERITED_NAMES } from "./inherited-names.ts";

/**
 * What `@grid-sdk/client` and `@grid-sdk/core` export beside schemas and the types of operations. All names that begin
 * with `Grid` are reserved for the client.
 */
export const EXPORTED_NAMES: ReadonlySet<string> = new Set([
  "API_VERSION",
  "AnyApiErrorBody",
  "AnyApiErrorCode",
  "AnyGridError",
  "ApiErrorBody",
  "ApiErrorCode",
  "BASE_URL",
  "OperationExamples",
  "OperationMethods",
  "OperationTableRow",
  "Operations",
  "QueryParameterStyle",
  "ResponseHeaders",
  "Revision",
  "SPECIFICATION_DATE",
  "SignedInput",
  "SignedRetryOptions",
  "components",
  "createGridClient",
  "createGridFetch",
  "isGridError",
  "operationTable",
  "operations",
  "paths",
  "revision",
  "signedRetry",
]);

// What the module of the schemas declares, and what core uses of the language.
const MODULE_NAMES = new Set(
  "$defs webhooks WithRequired Array Exclude Extract Function NonNullable Object Omit Promise Readonly Record".split(
    " ",
  ),
);

// Names of types that TypeScript has already, or that it reads as operators on types.
const LANGUAGE_TYPES = new Set(
  "any as asserts await bigint boolean globalThis infer intrinsic keyof never number object readonly string symbol undefined unique unknown void".split(
    " ",
  ),
);

/** The type names that an operation's input and result are exported under. */
export function typeNamesOf(operationId: string): { readonly input: string; readonly result: string } {
  const name = operationId.slice(0, 1).toUpperCase() + operationId.slice(1);
  return { input: `${name}Input`, result: `${name}Result` };
}

/** Whether the name belongs to something else that the client or core exports, or may export. */
export function isTaken(name: string): boolean {
  return name.startsWith("Grid") || EXPORTED_NAMES.has(name);
}

/**
 * The exported name of each component schema: its own name, or one made of its words (`FooBar`) if its name cannot be a
 * type (`foo-bar`). If another export has that name already (`GridError`, `Operations`, an operation's `…Input`), it gets
 * the suffix `Schema` (`GridErrorSchema`).
 */
export function nameSchemas(
  document: JsonObject,
  operationIds: readonly string[],
): { names: ReadonlyMap<string, string>; problems: Problem[] } {
  const schemas = Object.keys(fieldOf(document, "components", "schemas"));
  const ofOperations = new Set(operationIds.flatMap((id) => Object.values(typeNamesOf(id))));
  const names = new Map<string, string>();
  const problems: Problem[] = [];
  const report = (name: string, message: string) =>
    problems.push({ pointer: pointerTo(["components", "schemas", name]), message });

  for (const name of schemas) {
    if (INHERITED_NAMES.has(name)) {
      report(
        name,
        `schema ${name}: every JavaScript object has a property of this name; rename it, for example to ${spellName(name)}.`,
      );
      continue;
    }
    const own = isTypeName(name) ? name : spellName(name);
    const isUsed = isTaken(own) || ofOperations.has(own) || MODULE_NAMES.has(own);
    names.set(name, isUsed ? `${own}Schema` : own);
  }
  const byExport = Map.groupBy(names, ([, exported]) => exported);
  for (const [name, exported] of names) {
    const others = (byExport.get(exported) ?? []).map(([other]) => other).filter((other) => other !== name);
    if (name === exported || others.length === 0) continue;
    const why = isTypeName(name) ? `that name exists already` : `its own name cannot be a type`;
    report(
      name,
      `schema ${name} would be exported as ${exported}, because ${why}, and so would ${others.join(", ")}: rename one of them.`,
    );
  }
  return { names, problems };
}

/** Throws a `DocumentError` if a schema has a name that is needed for something else. */
export function refuseTaken(schemas: JsonObject, name: string, what: string): void {
  if (!Object.hasOwn(schemas, name)) return;
  const message = `schema ${name} has the name that ${what} needs: rename one of them.`;
  throw new DocumentError(message, [{ pointer: pointerTo(["components", "schemas", name]), message }]);
}

function isTypeName(name: string): boolean {
  if (!/^[A-Za-z_$][\w$]*$/.test(name) || LANGUAGE_TYPES.has(name)) return false;
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true);
  scanner.setText(name);
  const token = scanner.scan();
  return token < ts.SyntaxKind.FirstReservedWord || token > ts.SyntaxKind.LastFutureReservedWord;
}

/** The name of a type, made of the words of another name. */
function spellName(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const joined = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
  return /^[A-Za-z]/.test(joined) ? joined : `Schema${joined}`;
}
