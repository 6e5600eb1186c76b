import { type Endpoint, type JsonObject, listEndpoints, listOperations, type Operation } from "@grid-sdk/contract";
import { describeErrors } from "./describe-errors.ts";
import { nameExamples } from "./name-examples.ts";
import { listSamples } from "./samples/list-samples.ts";

/**
 * A copy of the document as the page shows it: each operation with the samples of its calls (`x-codeSamples`) and what
 * goes wrong, its examples named by what tells them apart. The document itself is left as it is.
 */
export function prepareDocument(document: JsonObject): JsonObject {
  const copy = structuredClone(document);
  const operations = listOperations(copy);
  for (const [at, endpoint] of listEndpoints(copy).entries()) {
    const operation = operations[at];
    if (operation) prepareOperation(copy, endpoint, operation);
  }
  return copy;
}

function prepareOperation(document: JsonObject, { operation: written }: Endpoint, operation: Operation): void {
  const description = [written["description"], describeErrors(document, written)];
  written["description"] = description.filter((part) => typeof part === "string" && part !== "").join("\n\n");
  written["x-codeSamples"] = listSamples(document, operation);
  nameExamples(document, written);
}
