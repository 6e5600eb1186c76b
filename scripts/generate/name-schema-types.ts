import ts from "typescript";

const { factory } = ts;

/**
 * Gives every component schema a declaration of its own, and makes the rest refer to it by name: an editor then shows
 * `AuthMethod` and not `components["schemas"]["AuthMethod"]`, and a schema may contain itself, which a member of an
 * interface may not (TS2502).
 */
export function nameSchemaTypes(nodes: readonly ts.Node[], names: ReadonlyMap<string, string>): ts.Node[] {
  const declarations: ts.Node[] = [];
  const named = nodes.map((node) => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== "components") return node;
    const members = node.members.map((member) => {
      if (!isProperty(member, "schemas") || !member.type || !ts.isTypeLiteralNode(member.type)) return member;
      const schemas = member.type.members.map((schema) => {
        const name = nameOf(schema);
        const exported = name === undefined ? undefined : names.get(name);
        if (exported === undefined || !ts.isPropertySignature(schema) || !schema.type) return schema;
        declarations.push(declare(exported, schema));
        return factory.createPropertySignature(undefined, schema.name, undefined, refer(exported));
      });
      return factory.createPropertySignature(undefined, member.name, undefined, factory.createTypeLiteralNode(schemas));
    });
    return factory.createInterfaceDeclaration(node.modifiers, node.name, undefined, undefined, members);
  });
  return ts.transform([...named, ...declarations], [referByName(names)]).transformed;
}

function declare(name: string, schema: ts.PropertySignature & { type?: ts.TypeNode }): ts.Node {
  const exported = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const declaration = factory.createTypeAliasDeclaration(exported, name, undefined, schema.type as ts.TypeNode);
  return ts.setSyntheticLeadingComments(declaration, ts.getSyntheticLeadingComments(schema));
}

/** Replaces each `components["schemas"]["<name>"]`. */
function referByName(names: ReadonlyMap<string, string>): ts.TransformerFactory<ts.Node> {
  return (context) => (root) => {
    const visit = (node: ts.Node): ts.Node => {
      const name = readReference(node);
      const exported = name === undefined ? undefined : names.get(name);
      return exported === undefined ? ts.visitEachChild(node, visit, context) : refer(exported);
    };
    return visit(root);
  };
}

function readReference(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  const { objectType, indexType } = node.objectType;
  const isSchemas = ts.isTypeReferenceNode(objectType) && ts.isIdentifier(objectType.typeName);
  if (!isSchemas || objectType.typeName.text !== "components" || readLiteral(indexType) !== "schemas") return undefined;
  return readLiteral(node.indexType);
}

function readLiteral(node: ts.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? node.literal.text : undefined;
}

function refer(name: string): ts.TypeReferenceNode {
  return factory.createTypeReferenceNode(name);
}

function isProperty(member: ts.TypeElement, name: string): member is ts.PropertySignature {
  return ts.isPropertySignature(member) && nameOf(member) === name;
}

function nameOf(member: ts.TypeElement): string | undefined {
  const { name } = member;
  return name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : undefined;
}
