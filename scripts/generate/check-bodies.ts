import {
  canHaveBody,
  fieldOf,
  isJsonObject,
  type JsonObject,
  type Keys,
  type Operation,
  resolveRef,
} from "@grid-sdk/openapi";
import type { Report } from "./problems.ts";

/** Reports bodies that a call cannot send or read: those that are not JSON, and responses without one status. */
export function checkBodies(document: JsonObject, operation: Operation, report: Report): void {
  const { method, path, endpoint } = operation;
  const { keys, operation: source } = endpoint;
  const where = `${method} ${path}`;
  if (source["requestBody"] !== undefined) {
    const at = [...keys, "requestBody"];
    if (method === "GET" || method === "HEAD") {
      report(at, `${where}: fetch sends no body with ${method}; use another method.`);
    } else checkContent(resolveRef(document, source["requestBody"]), at, `${where} request body`, report);
  }
  const responses = Object.entries(fieldOf(source, "responses")).filter(([status]) => !status.startsWith("x-"));
  for (const [status, response] of responses) {
    const at = [...keys, "responses", status];
    if (!/^[2-5]\d\d$/.test(status))
      report(at, `${where}: a response must have a status such as 200; found ${status}.`);
    else if (canHaveBody(method, Number(status))) {
      const resolved = resolveRef(document, response);
      if (Object.keys(fieldOf(resolved, "content")).length > 0)
        checkContent(resolved, at, `${where} ${status}`, report);
    }
  }
  if (!responses.some(([status]) => /^2\d\d$/.test(status))) {
    report([...keys, "responses"], `${where}: no 2xx response is documented, so a call could never resolve.`);
  }
}

function checkContent(holder: JsonObject, keys: Keys, where: string, report: Report): void {
  const content = fieldOf(holder, "content");
  if (isJsonObject(content["application/json"]) && Object.keys(content).length === 1) return;
  const found = Object.keys(content).join(", ") || "nothing";
  report([...keys, "content"], `${where}: a body must be application/json and nothing else; found ${found}.`);
}
