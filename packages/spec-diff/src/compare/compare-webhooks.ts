import { fieldOf, isJsonObject, type JsonObject, resolveOptional } from "@grid-sdk/openapi";
import { type Comparison, lookAt, report } from "../judge/comparison.ts";
import type { Revision } from "../read/revision.ts";
import { pairNames } from "../read/pair-names.ts";
import { resolveBoth } from "./compare-both.ts";
import { compareContent } from "./compare-content.ts";
import { compareOtherFields } from "./compare-fields.ts";

const COMPARED = ["operationId", "requestBody", "responses", "parameters", "security"];

/** Records webhooks that are new, gone, or changed: code reads their bodies like those of responses. */
export function compareWebhooks(comparison: Comparison): void {
  for (const [name, was, is] of pairNames(listWebhooks(comparison.before), listWebhooks(comparison.after))) {
    const at = { place: { path: ["webhooks"] }, subject: name };
    if (!was) {
      report(comparison, "minor", { kind: "webhook-added" }, at);
      continue;
    }
    const inside = lookAt(comparison, "response", `webhook ${name}`);
    if (is) {
      compareOtherFields(inside, [was, is], COMPARED);
      compareContent(inside, resolveBoth(comparison, was["requestBody"], is["requestBody"]));
    } else report(inside, "breaking", { kind: "webhook-removed" }, at);
  }
}

function listWebhooks({ document }: Revision): Map<string, JsonObject> {
  const webhooks = Object.entries(fieldOf(document, "webhooks")).flatMap(([name, item]) => {
    const operations = Object.entries(resolveOptional(document, item)).filter(([, value]) => isJsonObject(value));
    return operations.map(
      ([method, operation]) => [operations.length > 1 ? `${name} ${method}` : name, operation as JsonObject] as const,
    );
  });
  return new Map(webhooks);
}
