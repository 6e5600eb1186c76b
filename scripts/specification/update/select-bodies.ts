import { fieldOf, isJsonObject, type JsonObject, resolveRef } from "@grid-sdk/openapi";
import type { LeftOut } from "./left-out.ts";
import type { Selection } from "./selection.ts";

/** The operation with only the bodies of the selected media types, or why it cannot be called with these. */
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
    if (kept.length === types.length && kept.every((type) => type === typeOf(type))) return holder;
    if (kept.length === 0) return undefined;
    const others = types.filter((type) => !isSelected(selection, type)).join(", ");
    if (others)
      removed.push({ what: `${what}, ${name}`, why: `${others} is not among the media types of the selection` });
    // Written out, because other operations may refer to the same one. Of two, the one without parameters is used.
    const ordered = kept.toSorted((a, b) => Number(a === typeOf(a)) - Number(b === typeOf(b)));
    return { ...resolved, content: Object.fromEntries(ordered.map((type) => [typeOf(type), content[type]])) };
  };
  const describe = (holder: unknown) =>
    `is ${Object.keys(fieldOf(resolveRef(document, holder), "content")).join(" or ")}, which is not among the media types of the selection`;

  const selected: JsonObject = { ...operation };
  if (operation["requestBody"] !== undefined) {
    selected["requestBody"] = select(operation["requestBody"], "request body");
    if (selected["requestBody"] === undefined) return `its request body ${describe(operation["requestBody"])}`;
  }
  const responses: [string, unknown][] = [];
  for (const [status, response] of Object.entries(fieldOf(operation, "responses"))) {
    const kept = isJsonObject(response) ? select(response, `response ${status}`) : response;
    if (kept !== undefined) responses.push([status, kept]);
    else if (!isFailure(status)) return `its response ${status} ${describe(response)}`;
    // A failure that is not documented is an error as well.
    else removed.push({ what: `${what}, response ${status}`, why: `it ${describe(response)}` });
  }
  if (responses.length > 0) selected["responses"] = Object.fromEntries(responses);
  leftOut.push(...removed);
  return selected;
}

/** Also of a range (`4XX`), and of `default`. */
function isFailure(status: string): boolean {
  return !/^[123]/.test(status);
}

/** The type without parameters such as a charset (RFC 9110, 8.3.1). */
function typeOf(mediaType: string): string {
  return mediaType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

function isSelected({ include, exclude }: Selection, mediaType: string): boolean {
  const type = typeOf(mediaType);
  const lists = (types: readonly string[] | undefined) => types?.some((one) => one.toLowerCase() === type);
  return (lists(include.mediaTypes) ?? true) && !(lists(exclude.mediaTypes) ?? false);
}
