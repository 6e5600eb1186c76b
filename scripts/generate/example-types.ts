import type { Operation } from "@grid-sdk/openapi";
import { isSuccess } from "./result-types.ts";

/** A type test that checks every example of the fragment against the type of its operation and status. */
export function deriveExampleTypes(operations: readonly Operation[]): string {
  const blocks = operations.flatMap((operation) => {
    const { id, requestBody, responses } = operation;
    return [
      ...[...(requestBody?.examples ?? [])].map(([name, value]) =>
        deriveCase(`${id} body ${name}`, value, `Operations["${id}"]["input"]["body"]`),
      ),
      ...[...responses].flatMap(([status, { body }]) => {
        const outcome = isSuccess(status) ? "success" : "failure";
        const answer = `Extract<Operations["${id}"]["${outcome}"], { status: ${status} }>["data"]`;
        return [...(body?.examples ?? [])].map(([name, value]) => deriveCase(`${id} ${status} ${name}`, value, answer));
      }),
    ];
  });
  return `import { test } from "vitest";
import type { Operations } from "./operations.ts";

// A property that a type does not name is not an error here, because its schema allows others. Nor is an object with only
// such properties, if all those of the type are optional: TypeScript refuses it (TS2559), a schema does not. To a limited
// depth, because a type may contain itself.
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
  // Without brackets, it would set the prototype.
  return json.replaceAll(/(?<!\\)"__proto__":/g, '["__proto__"]:');
}
