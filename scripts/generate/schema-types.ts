import { DocumentError, isJsonObject, type JsonObject, mapSchemas } from "@grid-sdk/openapi";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import { writeDocComments } from "./doc-comments.ts";
import { maskInherited } from "./inherited-names.ts";
import { fixObjectTypes } from "./fix-object-types.ts";
import { nameSchemaTypes } from "./name-schema-types.ts";
import { narrowDiscriminators } from "./narrow-discriminators.ts";
import { ANY_OTHER_STRING, openErrorCodes } from "./open-error-codes.ts";
import { readDocument, type ReadDocument } from "./read-document.ts";

/**
 * The document's types as openapi-typescript writes them: `paths`, `components`, `operations`, and every component
 * schema as an exported type of its own. Throws a `DocumentError` for what it cannot read.
 */
export async function deriveSchemaTypes(document: JsonObject): Promise<string> {
  const read = readDocument(document);
  if (read.problems.length > 0) throw new DocumentError("The SDK cannot express the document:", read.problems);
  return writeSchemaTypes(read);
}

/** The same for a document that was read and has no problems. */
export async function writeSchemaTypes({ prepared, names }: ReadDocument): Promise<string> {
  const nodes = await writeTypes(mapSchemas(openErrorCodes(narrowDiscriminators(prepared)), maskInherited));
  return astToString(ts.transform(nameSchemaTypes(nodes, names), [fixObjectTypes, writeDocComments]).transformed);
}

async function writeTypes(document: JsonObject): Promise<ts.Node[]> {
  try {
    return await openapiTS(document as unknown as OpenAPI3, {
      silent: true,
      // A default is the value that the server assumes; nobody has to send it.
      defaultNonNullable: false,
      emptyObjectsUnknown: true,
      // A schema may be `true` or `false`.
      transform: (schema) => (isJsonObject(schema) && ANY_OTHER_STRING in schema ? anyOtherString() : undefined),
    });
  } catch (error) {
    throw new DocumentError(`openapi-typescript cannot read the fragment: ${String(error)}`);
  }
}

/** `string & {}`: any string, without absorbing the literals of the union that it is in. */
function anyOtherString(): ts.TypeNode {
  const { factory } = ts;
  return factory.createParenthesizedType(
    factory.createIntersectionTypeNode([
      factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      factory.createTypeLiteralNode([]),
    ]),
  );
}
