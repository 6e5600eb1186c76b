import { fieldOf, isJsonObject, type JsonObject, resolveOptional } from "@grid-sdk/openapi";
import { type Comparison, lookAt, report } from "../judge/comparison.ts";
import type { Revision } from "../read/revision.ts";
import { compareContent } from "./compare-content.ts";
import { compareOtherFields } from "./compare-fields.ts";

const place = { path: ["webhooks"] };

/** Records webhooks that came, went, or carry something else: their bodies travel as those of responses do. */
export function compareWebhooks(comparison: Comparison): void {
  const [was, is] = [listWebhooks(comparison.before), listWebhooks(comparison.after)];
  for (const [name, operation] of was) {
    const now = is.get(name);
    const inside = lookAt(comparison, "response", `webhook ${name}`);
    if (!now) {
      const fact = `The webhook \`${name}\` is gone`;
      const advice = "delete the code that handles it";
      report(inside, "breaking", { kind: "webhook-removed", place, subject: name, fact, advice });
      continue;
    }
    compareOtherFields(inside, [operation, now], ["operationId", "requestBody", "responses", "parameters", "security"]);
    const bodies = [
      resolveOptional(comparison.before.document, operation["requestBody"]),
      resolveOptional(comparison.after.document, now["requestBody"]),
    ] as const;
    compareContent(inside, ...bodies);
  }
  for (const name of is.keys()) {
    if (was.has(name)) continue;
    const fact = `The webhook \`${name}\` is new`;
    report(comparison, "minor", { kind: "webhook-added", place, subject: name, fact });
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
