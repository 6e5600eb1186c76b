import { fieldOf, type JsonObject, listOperations } from "@grid-sdk/openapi";
import { ABOUT_ERRORS, describeErrors } from "./describe-errors.ts";
import { exampleFields } from "./example-fields.ts";
import { DEFAULT_CLIENT, type ReferenceLine } from "./line.ts";
import { nameExamples } from "./name-examples.ts";
import { listSamples } from "./samples/list-samples.ts";

/**
 * A copy of the document as the page shows it. Operations have samples of calls (`x-codeSamples`), errors have advice,
 * examples are named by what distinguishes them, fields have an example, and the title names the line and its day. The
 * document itself does not change.
 */
export function prepareDocument(document: JsonObject, line?: ReferenceLine): JsonObject {
  const copy = structuredClone(document);
  const info = fieldOf(copy, "info") as Record<string, unknown>;
  info["description"] = [describeLine(info, line), info["description"], ABOUT_ERRORS].filter(Boolean).join("\n\n");
  for (const operation of listOperations(copy)) {
    const written = operation.endpoint.operation;
    describeErrors(copy, written);
    written["x-codeSamples"] = listSamples(copy, operation, line?.client ?? DEFAULT_CLIENT);
    nameExamples(copy, written);
  }
  // Last, because samples use only values of the document itself.
  exampleFields(copy);
  return copy;
}

/** The line and the day of the revision, if they are known. */
function describeLine(info: JsonObject, line: ReferenceLine | undefined): string | undefined {
  const day = info["x-revision-date"];
  const parts = [
    line && `The line \`${line.name}\` (\`${line.client}\`)`,
    day !== undefined && `the revision of ${String(day)}`,
  ];
  const known = parts.filter((part) => typeof part === "string");
  return known.length > 0 ? `**${known.join(", ").replace(/^./, (first) => first.toUpperCase())}.**` : undefined;
}
