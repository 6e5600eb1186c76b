import { type JsonObject } from "@grid-sdk/openapi";
import { copyDocument } from "../overlay/copy-document.ts";
import { findTexts } from "./find-texts.ts";

/** A copy of a component of that kind (`schemas`, `parameters`, …) without its texts: its structure. */
export function withoutTexts(kind: string, component: unknown): unknown {
  const document: JsonObject = copyDocument({ components: { [kind]: { component } } });
  for (const { owner, field } of findTexts(document)) delete owner[field];
  return (document as { components: Record<string, { component: unknown }> }).components[kind]?.component;
}
