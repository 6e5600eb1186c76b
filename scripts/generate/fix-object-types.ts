import ts from "typescript";
import { unmaskInherited } from "./inherited-names.ts";

const { factory } = ts;

/**
 * Fixes two object types that do not say what JSON Schema means. Properties beside typed additional ones: an index
 * signature is for all properties, so it includes the types of the named ones. An optional property that every object
 * inherits (`constructor`, `toString`): if it is absent, the inherited one is read.
 */
export function fixObjectTypes(context: ts.TransformationContext): ts.Transformer<ts.Node> {
  const visit = (node: ts.Node): ts.Node => {
    const visited = ts.visitEachChild(node, visit, context);
    if (ts.isIntersectionTypeNode(visited)) return mergeIndex(visited);
    return ts.isPropertySignature(visited) ? admitInherited(visited) : visited;
  };
  return visit;
}

function mergeIndex(node: ts.IntersectionTypeNode): ts.TypeNode {
  const [named, indexed, ...others] = node.types;
  if (!named || !indexed || others.length > 0 || !ts.isTypeLiteralNode(named) || !ts.isTypeLiteralNode(indexed))
    return node;
  const [index] = indexed.members;
  if (indexed.members.length !== 1 || !index || !ts.isIndexSignatureDeclaration(index)) return node;
  const properties = named.members.filter(ts.isPropertySignature);
  const types = properties.flatMap(({ type }) => (type ? [type] : []));
  const isOptional = properties.some(({ questionToken }) => questionToken);
  const undefinedType = factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
  const isUnknown = index.type.kind === ts.SyntaxKind.UnknownKeyword;
  const union = factory.createUnionTypeNode([index.type, ...types, ...(isOptional ? [undefinedType] : [])]);
  const signature = factory.createIndexSignature(undefined, index.parameters, isUnknown ? index.type : union);
  return factory.createTypeLiteralNode([...named.members, signature]);
}

function admitInherited(node: ts.PropertySignature): ts.PropertySignature {
  const masked = ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : "";
  const name = unmaskInherited(masked);
  if (name === undefined || !node.type) return node;
  const inherited = factory.createIndexedAccessTypeNode(
    factory.createTypeReferenceNode("Object"),
    factory.createLiteralTypeNode(factory.createStringLiteral(name)),
  );
  // TypeScript's `Object` has no `__proto__`.
  const isOpen = node.questionToken && name !== "__proto__";
  const type = isOpen ? factory.createUnionTypeNode([node.type, inherited]) : node.type;
  const property = factory.createStringLiteral(name);
  return factory.updatePropertySignature(node, node.modifiers, property, node.questionToken, type);
}
