import { fieldOf, isJsonObject, type JsonObject, resolveRef } from "@grid-sdk/contract";
import type { LeftOut } from "./left-out.ts";
import type { Selection } from "./selection.ts";

/** The operation with the bodies of the selected media types alone, or why it cannot be called with these. */
export function selectBodies(
  document: JsonObject,
  selection: Selection,
  what: string,
  operation: JsonObject,
  leftOut: LeftOut[],
): JsonObject | string {
  const removed: LeftOut[] = [];
  const select = (holder: unknown, name: string): unknown => {
    const resolved = resolveRef(document, holder);
    const { content } = resolved;
    if (!isJsonObject(content)) return holder;
    const types = Object.keys(content);
    const kept = types.filter((type) => isSelected(selection, type));
    if (kept.length === types.length) return holder;
    const why = `${types.filter((type) => !kept.includes(type)).join(", ")} is not among the media types of the selection`;
    if (kept.length === 0) return undefined;
    removed.push({ what: `${what}, ${name}`, why });
    // Written out: others that refer to it may keep what is left out here.
    return { ...resolved, content: Object.fromEntries(kept.map((type) => [type, content[type]])) };
  };
  const refusal = (name: string, holder: unknown) => {
    const types = Object.keys(fieldOf(resolveRef(document, holder), "content"));
    return `its ${name} is ${types.join(" or ")}, which is not among the media types of the selection`;
  };

  const selected: JsonObject = { ...operation };
  if (operation["requestBody"] !== undefined) {
    selected["requestBody"] = select(operation["requestBody"], "request body");
    if (selected["requestBody"] === undefined) return refusal("request body", operation["requestBody"]);
  }
  const responses: [string, unknown][] = [];
  for (const [status, response] of Object.entries(fieldOf(operation, "responses"))) {
    const kept = isJsonObject(response) ? select(response, `response ${status}`) : response;
    if (kept === undefined) return refusal(`response ${status}`, response);
    responses.push([status, kept]);
  }
  if (responses.length > 0) selected["responses"] = Object.fromEntries(responses);
  leftOut.push(...removed);
  return selected;
}

/** By the type alone: parameters such as a charset are no part of it (RFC 9110, 8.3.1). */
function isSelected({ include, exclude }: Selection, mediaType: string): boolean {
  const type = mediaType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const lists = (types: readonly string[] | undefined) => types?.some((one) => one.toLowerCase() === type);
  return (lists(include.mediaTypes) ?? true) && !(lists(exclude.mediaTypes) ?? false);
}
