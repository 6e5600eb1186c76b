import { isJsonObject, type Operation } from "@grid-sdk/contract";
import type { OperationExamples } from "@grid-sdk/core";
import type { Preference } from "./preference.ts";

/** A documented answer of an operation: a status, which answers with its first example, an example, or both. */
export type ReplyChoice<Id extends keyof OperationExamples> =
  | {
      [Status in keyof OperationExamples[Id]]: { status: Status; example?: OperationExamples[Id][Status] };
    }[keyof OperationExamples[Id]]
  | { status?: never; example: OperationExamples[Id][keyof OperationExamples[Id]] };

/** The answers that were chosen for the next calls, by operation. */
export interface ReplyQueue {
  add(operationId: string, choices: readonly unknown[]): void;
  /** The next choice, which is then used up. */
  take(operationId: string): Preference | undefined;
  /** Gives back what was taken last: the request did not deserve it. */
  giveBack(operationId: string, choice: Preference): void;
  clear(): void;
}

export function createReplyQueue(operations: readonly Operation[]): ReplyQueue {
  const queues = new Map<string, Preference[]>();
  return {
    add(operationId, choices) {
      const operation = operations.find(({ id }) => id === operationId);
      if (!operation) {
        const known = operations.map(({ id }) => `  ${id}`).join("\n");
        throw new TypeError(`There is no operation ${show(operationId)} in the fragment. It has:\n${known}`);
      }
      // All before any is queued: a list is taken whole or not at all.
      const preferences = choices.map((choice) => findAnswer(operation, choice));
      queues.set(operationId, [...(queues.get(operationId) ?? []), ...preferences]);
    },
    take: (operationId) => queues.get(operationId)?.shift(),
    giveBack: (operationId, choice) => void queues.get(operationId)?.unshift(choice),
    clear: () => queues.clear(),
  };
}

function findAnswer(operation: Operation, choice: unknown): Preference {
  const { status, example, ...unknown } = isJsonObject(choice) ? choice : {};
  if ((status !== undefined || example !== undefined) && Object.keys(unknown).length === 0) {
    for (const [code, { body }] of operation.responses) {
      if (status !== undefined && status !== code) continue;
      if (example === undefined) return { code };
      if (typeof example === "string" && body?.examples.has(example)) return { code, exampleKey: example };
    }
  }
  throw new TypeError(
    `${operation.id} documents no answer ${show(choice)}. Choose { status }, { example } or both of:\n${listAnswers(operation)}`,
  );
}

function listAnswers({ responses }: Operation): string {
  return [...responses]
    .map(([status, { body }]) => `  ${status}  ${[...(body?.examples.keys() ?? [])].join(", ")}`.trimEnd())
    .join("\n");
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
