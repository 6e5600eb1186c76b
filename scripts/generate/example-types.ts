import type { Operation } from "./list-operations.ts";

/** A type test that holds every example of the fragment against the type of its own operation and status. */
export function deriveExampleTypes(operations: readonly Operation[]): string {
  const blocks = operations.flatMap((operation) => {
    const { operationId, requestBody, responses } = operation;
    return [
      ...[...(requestBody?.examples ?? [])].map(([name, value]) =>
        deriveCase(`${operationId} body ${name}`, value, `Operations["${operationId}"]["input"]["body"]`),
      ),
      ...responses.flatMap(({ status, examples }) => {
        const outcome = status < 300 ? "success" : "failure";
        const answer = `Extract<Operations["${operationId}"]["${outcome}"], { status: ${status} }>["data"]`;
        return [...(examples ?? [])].map(([name, value]) =>
          deriveCase(`${operationId} ${status} ${name}`, value, answer),
        );
      }),
    ];
  });
  return `import { test } from "vitest";
import type { Operations } from "./operations.ts";

// A property that a type does not name is no error here: its schema allows others. Nor are such properties alone, where
// those that the type names may all be missing: TypeScript refuses them (TS2559), a schema does not. Down to a depth, since
// a type may hold itself.
type Open<Type, Depth extends readonly 0[] = []> = Depth["length"] extends 4
  ? Type
  : Type extends readonly unknown[]
    ? { [At in keyof Type]: Open<Type[At], [...Depth, 0]> }
    : Type extends Function
      ? Type
      : Type extends object
        ? { [Name in keyof Type]: Open<Type[Name], [...Depth, 0]> } & { [name: string]: unknown }
        : Type;
declare function fits<Type>(): <Value extends Open<Type>>(value: Value) => void;

${blocks.join("\n")}`;
}

function deriveCase(name: string, value: unknown, type: string): string {
  return `test(${JSON.stringify(name)}, () => {\n  fits<${type}>()(${deriveLiteral(value)});\n});\n`;
}

function deriveLiteral(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2).replaceAll("\n", "\n  ");
  // Written as it stands, it would set the prototype.
  return json.replaceAll(/(?<!\\)"__proto__":/g, '["__proto__"]:');
}
