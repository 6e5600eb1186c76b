import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import { writeDocComments } from "./doc-comments.ts";
import { isJsonObject, type JsonObject } from "./fragment.ts";
import { readOperations } from "./list-operations.ts";
import { nameSchemaTypes } from "./name-schema-types.ts";
import { narrowDiscriminators } from "./narrow-discriminators.ts";
import { ANY_OTHER_STRING, openErrorCodes } from "./open-error-codes.ts";
import { nameSchemas } from "./type-names.ts";

/**
 * The document's types as openapi-typescript writes them: `paths`, `components`, `operations`, and every component
 * schema as an exported type of its own.
 */
export async function deriveSchemaTypes(document: JsonObject): Promise<string> {
  const ids = readOperations(document).operations.map(({ operationId }) => operationId);
  const { names } = nameSchemas(document, ids);
  const prepared = openErrorCodes(narrowDiscriminators(document));
  const nodes = await openapiTS(prepared as unknown as OpenAPI3, {
    silent: true,
    // A default is what the server takes a property to be; it obliges nobody to send it.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    // A schema may be `true` or `false` alone.
    transform: (schema) => (isJsonObject(schema) && ANY_OTHER_STRING in schema ? anyOtherString() : undefined),
  });
  return astToString(writeDocComments(nameSchemaTypes(nodes, names)));
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
