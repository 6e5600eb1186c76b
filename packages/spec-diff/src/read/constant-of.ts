import type { Nodes } from "./schema-node.ts";
import { viewSchemas } from "./schema-view.ts";

/** The only value that schemas allow, as a name; undefined if they allow others. */
export function constantOf(nodes: Nodes): string | undefined {
  const [value, ...others] = viewSchemas(nodes).values ?? [];
  return value === undefined || others.length > 0 ? undefined : nameValue(value);
}

/** A value, which is JSON, as a name: a string without its quotes. */
export function nameValue(json: string): string {
  const value: unknown = JSON.parse(json);
  return typeof value === "string" ? value : json;
}
