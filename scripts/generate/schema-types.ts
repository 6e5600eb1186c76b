import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import { isJsonObject, type JsonObject } from "./fragment.ts";
import { narrowDiscriminators } from "./narrow-discriminators.ts";
import { ANY_OTHER_STRING, openErrorCodes } from "./open-error-codes.ts";

/** The document's types as openapi-typescript writes them: `paths`, `components`, `operations`. */
export async function deriveSchemaTypes(document: JsonObject): Promise<string> {
  const prepared = openErrorCodes(narrowDiscriminators(document));
  const nodes = await openapiTS(prepared as unknown as OpenAPI3, {
    silent: true,
    // A schema may be `true` or `false` alone.
    transform: (schema) => (isJsonObject(schema) && ANY_OTHER_STRING in schema ? anyOtherString() : undefined),
  });
  return astToString(nodes);
}

/** `string & {}`: any string, without swallowing the literals that it stands in a union with. */
function anyOtherString(): ts.TypeNode {
  const { factory } = ts;
  return factory.createParenthesizedType(
    factory.createIntersectionTypeNode([
      factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      factory.createTypeLiteralNode([]),
    ]),
  );
}
