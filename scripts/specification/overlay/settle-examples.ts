import {
  createBodyCheck,
  fieldOf,
  formatViolation,
  isJsonObject,
  type JsonObject,
  resolveOptional,
} from "@grid-sdk/contract";
import type { LeftOut } from "../update/left-out.ts";
import { copyDocument } from "./copy-document.ts";
import { createCompiler, createExampleCheck } from "./compile-schema.ts";
import { checkDiscriminator } from "./list-lacking.ts";
import { listBodies } from "./list-bodies.ts";

/**
 * The document with its bodies' examples in one form, `examples` by name, and without those that their schema refuses,
 * or that send what it does not declare: whoever serves or compiles them cannot do so with an example that is wrong.
 */
export function settleExamples(
  document: JsonObject,
  compile = createCompiler(document),
): { document: JsonObject; leftOut: readonly LeftOut[] } {
  const settled = copyDocument(document);
  const check = createExampleCheck(compile);
  const checkSent = createBodyCheck(document, { closed: true, leftOut: "readOnly" });
  const leftOut: LeftOut[] = [];
  for (const { keys, mediaType, name, isRequest } of listBodies(settled)) {
    if (!("example" in mediaType) && !("examples" in mediaType)) continue;
    const single = { example: { value: mediaType["example"] } };
    const named = "examples" in mediaType ? fieldOf(mediaType, "examples") : single;
    const refuse = (value: unknown) =>
      check([...keys, "schema"], value) ??
      checkDiscriminator(document, mediaType["schema"], value) ??
      (isRequest ? checkSent(mediaType["schema"], value).map(formatViolation)[0] : undefined);
    const kept = Object.entries(named).filter(([example, value]) => {
      const resolved = isJsonObject(value) ? resolveOptional(settled, value) : {};
      const why = "value" in resolved ? refuse(resolved["value"]) : undefined;
      if (why !== undefined)
        leftOut.push({ what: `the example ${example} of ${name}`, why: `${why}, says its schema` });
      return why === undefined;
    });
    delete mediaType["example"];
    delete mediaType["examples"];
    if (kept.length > 0) mediaType["examples"] = Object.fromEntries(kept);
  }
  return { document: settled, leftOut };
}
