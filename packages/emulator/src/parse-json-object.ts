import { isJsonObject } from "@grid-sdk/openapi";

/** Parses a JSON object. Returns an empty one for any other text. */
export function parseJsonObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}
