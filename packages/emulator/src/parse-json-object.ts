import { isJsonObject } from "@grid-sdk/openapi";

/** The JSON object that a text is; an empty one for anything else. */
export function parseJsonObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}
