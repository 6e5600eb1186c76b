import type { JsonObject, Operation } from "@grid-sdk/openapi";
import { formatLiteral } from "./format-literal.ts";
import type { Call } from "./list-calls.ts";

/** The call with the openapi-fetch client inside, `grid.http`. */
export function formatHttpCall(_document: JsonObject, { method, path }: Operation, call: Call, client: string): string {
  const init = {
    ...(Object.keys(call.parameters).length > 0 && { params: call.parameters }),
    ...(call.body !== undefined && { body: call.body }),
  };
  const options = Object.keys(init).length > 0 ? `, ${formatLiteral(init)}` : "";
  return `import { createGridClient } from "${client}";

const grid = createGridClient();

const { data, error, response } = await grid.http.${method}(${JSON.stringify(path)}${options});
console.log(response.status, data ?? error);`;
}
