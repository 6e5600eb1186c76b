import type { ClientName } from "../clients.ts";
import { suffixOf } from "../synthetic/repeat-fragment.ts";

type OperationId = keyof typeof CALLS;

/** How a module starts that calls the API through a client, and each of its calls. */
interface Style {
  readonly start: string;
  call(operation: Call, suffix: string): string;
}

interface Call {
  readonly id: OperationId;
  readonly method: "GET" | "POST" | "DELETE";
  /** What follows `/auth<suffix>`. */
  readonly path: string;
  readonly query?: string;
  readonly body?: string;
}

const CALLS = {
  createAuthCredential: { method: "POST", path: "/credentials", body: '{ type: "EMAIL_OTP", accountId: "a" }' },
  listAuthCredentials: { method: "GET", path: "/credentials", query: '{ accountId: "a" }' },
  revokeAuthCredential: { method: "DELETE", path: "/credentials/{id}" },
  challengeAuthCredential: { method: "POST", path: "/credentials/{id}/challenge" },
  verifyAuthCredential: {
    method: "POST",
    path: "/credentials/{id}/verify",
    body: '{ type: "EMAIL_OTP", otp: "1", clientPublicKey: "04" }',
  },
  listAuthSessions: { method: "GET", path: "/sessions", query: '{ accountId: "a" }' },
  revokeAuthSession: { method: "DELETE", path: "/sessions/{id}" },
} as const;

const ORDER = Object.keys(CALLS) as OperationId[];
const PATH = '{ id: "a" }';

const hasId = ({ path }: Call) => path.includes("{id}");
/** The parts of an input, as `path: …, body: …`. */
const partsOf = (call: Call) =>
  [hasId(call) && `path: ${PATH}`, call.query && `query: ${call.query}`, call.body && `body: ${call.body}`].filter(
    Boolean,
  );

const STYLES: Partial<Record<ClientName, Style>> = {
  "bare fetch": {
    start: "",
    call: ({ method, path }, suffix) =>
      `await (await fetch("https://bench.invalid/auth${suffix}${path}", { method: "${method}" })).json()`,
  },
  "grid-sdk": {
    start: `import { createGridClient } from "@grid-sdk/client";\nconst client = createGridClient();`,
    call: (call, suffix) => `(await client.${call.id}${suffix}({ ${partsOf(call).join(", ")} })).data`,
  },
  "openapi-fetch": {
    start: `import createClient from "openapi-fetch";\nimport type { paths } from "./schema";\nconst client = createClient<paths>();`,
    call: (call, suffix) => {
      const params = [hasId(call) && `path: ${PATH}`, call.query && `query: ${call.query}`].filter(Boolean);
      const parts = [params.length > 0 && `params: { ${params.join(", ")} }`, call.body && `body: ${call.body}`];
      return `(await client.${call.method}("/auth${suffix}${call.path}", { ${parts.filter(Boolean).join(", ")} })).data`;
    },
  },
  "hey-api": {
    start: `import * as api from "./api";`,
    call: (call, suffix) => `(await api.${call.id}${suffix}({ ${partsOf(call).join(", ")} })).data`,
  },
  orval: {
    start: `import * as api from "./api";`,
    call: (call, suffix) => {
      const args = [hasId(call) && '"a"', call.query, call.body].filter(Boolean);
      return `(await api.${call.id}${suffix}(${args.join(", ")})).data`;
    },
  },
};

/** The clients that a compiler has something to do with. */
export const TYPED_CLIENTS = Object.keys(STYLES) as ClientName[];

/** A module with so many calls: of the API's first operations, and again from the first when it has fewer. */
export function writeCalls(client: ClientName, calls: number, operations: number): string {
  const style = STYLES[client];
  if (!style) throw new TypeError(`${client} has no types of its own.`);
  const lines = Array.from({ length: calls }, (_, at) => {
    const operation = at % operations;
    const id = ORDER[operation % ORDER.length] as OperationId;
    const call = style.call({ id, ...CALLS[id] }, suffixOf(Math.floor(operation / ORDER.length)));
    return `export const response${at} = ${call};`;
  });
  return [style.start, ...lines, "export {};", ""].join("\n");
}
