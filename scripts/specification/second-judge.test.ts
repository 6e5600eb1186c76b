import { readFileSync } from "node:fs";
import { DocumentError, type JsonObject, listOperations } from "@grid-sdk/openapi";
import { compareDocuments } from "@grid-sdk/spec-diff";
import { cases } from "@grid-sdk/spec-diff/cases";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { deriveOperationTypes } from "../generate/operation-types.ts";
import { deriveSchemaTypes } from "../generate/schema-types.ts";
import { listReads } from "../test/judge/list-reads.ts";
import { listRequests } from "../test/judge/list-requests.ts";

/**
 * Code written against the old types, as the compiler sees it under the new ones: it sends what the old types asked
 * for, and reads what they promised.
 */
const JUDGE = `
import type { components as OldComponents } from "./before/schema.ts";
import type { components as NewComponents } from "./after/schema.ts";
import type { Operations as Old } from "./before/operations.ts";
import type { Operations as New } from "./after/operations.ts";

type Members<T> = T extends unknown ? keyof T : never;
export const operations = (name: keyof Old): keyof New => name;
// Without a schema there is no name to judge by: \`never\` has every key.
type Names<C extends { schemas: unknown }> = [C["schemas"]] extends [never] ? never : keyof C["schemas"];
export const schemas = (name: Names<OldComponents>): Names<NewComponents> => name;
`;

function judgeOperation(id: string): string {
  const [old, now] = [`Old[${JSON.stringify(id)}]`, `New[${JSON.stringify(id)}]`];
  return `
export const input_${id} = (value: ${old}["input"]): ${now}["input"] => value;
export const members_${id} = (name: Members<${old}["input"]>): Members<${now}["input"]> => name;
export const success_${id} = (value: ${now}["success"]): ${old}["success"] => value;
export const failure_${id} = (value: Extract<${now}["failure"], { status: ${old}["failure"]["status"] }>): ${old}["failure"] => value;
`;
}

/** The same code under one revision's types, each piece on a line of its own. */
function useTypes(directory: string, code: readonly string[]): string {
  const lines = code.map((expression, at) => `export const use${at} = ${expression};`);
  return [`import type { Operations } from "./${directory}/operations.ts";`, ...lines].join("\n");
}

const files = new Map<string, string>();
const judged = new Set<string>();
let used = 0;
let complaints: Map<string, Complaint[]>;

interface Complaint {
  readonly line: number;
  readonly message: string;
}

async function addTypes(directory: string, document: JsonObject): Promise<string[]> {
  const operations = listOperations(document);
  files.set(`${directory}/schema.ts`, await deriveSchemaTypes(document));
  files.set(`${directory}/operations.ts`, deriveOperationTypes(operations));
  return operations.map(({ id }) => id);
}

/** What the compiler says of each judge and each use, by its file. */
function compile(): Map<string, Complaint[]> {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2020,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const read = (name: string) => files.get(name) ?? (ts.sys.fileExists(name) ? readFileSync(name, "utf8") : undefined);
  host.fileExists = (name) => files.has(name) || ts.sys.fileExists(name);
  host.directoryExists = () => true;
  host.readFile = read;
  host.getSourceFile = (name, target) => {
    const text = read(name);
    return text === undefined ? undefined : ts.createSourceFile(name, text, target);
  };
  const judges = [...files.keys()].filter((name) => /\/(?:judge|use-before|use-after)\.ts$/.test(name));
  const program = ts.createProgram(judges, options, host);
  const found = judges.map((name) => {
    const diagnostics = program.getSemanticDiagnostics(program.getSourceFile(name));
    const said = diagnostics.map(({ file, start, messageText }) => ({
      line: file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line : 0,
      message: ts.flattenDiagnosticMessageText(messageText, "\n"),
    }));
    return [name, said] as const;
  });
  return new Map(found);
}

beforeAll(async () => {
  for (const [at, { name, before, after }] of cases.entries()) {
    try {
      const old = await addTypes(`/case-${at}/before`, before);
      const now = await addTypes(`/case-${at}/after`, after);
      const shared = old.filter((id) => now.includes(id));
      files.set(`/case-${at}/judge.ts`, JUDGE + shared.map(judgeOperation).join(""));
      const code = [...listReads(before), ...listRequests(before)];
      used += code.length;
      files.set(`/case-${at}/use-before.ts`, useTypes("before", code));
      files.set(`/case-${at}/use-after.ts`, useTypes("after", code));
      judged.add(name);
    } catch (error) {
      // What the SDK cannot express has no types to judge by.
      if (!(error instanceof DocumentError)) throw error;
    }
  }
  complaints = compile();
}, 300_000);

describe("the compiler, given code for the old types and the new types,", () => {
  test("judges nearly every case", () => {
    expect(judged.size).toBeGreaterThan(cases.length * 0.95);
    expect(used).toBeGreaterThan(cases.length * 3);
    expect([...complaints.values()].filter((messages) => messages.length > 0).length).toBeGreaterThan(40);
  });

  test.each([...cases.entries()])("is never stricter than the comparison: case %i", (at, { name, before, after }) => {
    const messages = (complaints.get(`/case-${at}/judge.ts`) ?? []).map(({ message }) => message);
    const [first] = compareDocuments(before, after);
    const isTold = first?.level === "breaking" || first?.level === "widening";
    expect({ name, messages: isTold ? [] : messages }).toEqual({ name, messages: [] });
  });

  test.each([...cases.entries()])("compiles ordinary reads and requests unless it is breaking: case %i", (at, one) => {
    const { name, before, after } = one;
    const wrongBefore = new Set(complaints.get(`/case-${at}/use-before.ts`)?.map(({ line }) => line));
    const lines = (files.get(`/case-${at}/use-after.ts`) ?? "").split("\n");
    const stopped = (complaints.get(`/case-${at}/use-after.ts`) ?? [])
      .filter(({ line }) => !wrongBefore.has(line))
      .map(({ line, message }) => `${lines[line]}: ${message}`);
    const isTold = compareDocuments(before, after).some(({ level }) => level === "breaking");
    expect({ name, stopped: isTold ? [] : stopped }).toEqual({ name, stopped: [] });
  });
});
