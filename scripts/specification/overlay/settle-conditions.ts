import { fieldOf, type JsonObject, listEndpoints, listParameters, REQUIRED_WHEN } from "@grid-sdk/openapi";
import { readRequestBody } from "../../generate/read-bodies.ts";
import { readParameters } from "../../generate/read-parameters.ts";
import { createReader } from "../../generate/reader.ts";
import { readRequiredWhen } from "../../generate/required-when.ts";
import { copyDocument } from "./copy-document.ts";
import type { LeftOut } from "../update/left-out.ts";

/**
 * The document without the conditions that its bodies do not allow any more: what we add to a parameter shall not stand
 * in the way of a revision that changes the body.
 */
export function settleConditions(document: JsonObject): { document: JsonObject; leftOut: readonly LeftOut[] } {
  const settled = copyDocument(document);
  const leftOut: LeftOut[] = [];
  for (const endpoint of listEndpoints(document)) {
    const { method, path, pathItem, operation } = endpoint;
    const parameters = listParameters(document, endpoint);
    if (!parameters.some((parameter) => REQUIRED_WHEN in parameter)) continue;
    const keys = ["paths", path, method.toLowerCase()];
    // What else is wrong with the operation is told where the fragment is checked.
    const others = createReader(document);
    const { requestBody: sent } = operation;
    const body = sent === undefined ? sent : readRequestBody(others, keys, path, method.toLowerCase(), sent);
    const reader = createReader(document);
    readRequiredWhen(reader, keys, readParameters(others, keys, pathItem, operation), body);
    const [problem] = reader.problems;
    if (!problem) continue;
    leftOut.push({ what: `${REQUIRED_WHEN} of ${method} ${path}`, why: problem.message.replace(/\.$/, "") });
    const own = fieldOf(fieldOf(fieldOf(settled, "paths"), path), method.toLowerCase()) as { parameters?: unknown };
    own.parameters = parameters.map(withoutCondition);
  }
  return { document: settled, leftOut };
}

function withoutCondition({ [REQUIRED_WHEN]: _condition, ...parameter }: JsonObject): JsonObject {
  return parameter;
}
