import { type DocumentError } from "@grid-sdk/openapi";
import { describe, expect, test } from "vitest";
import { selectOperations } from "./select-operations.ts";
import { parseSelection } from "./selection.ts";

const body = (...types: string[]) => ({ content: Object.fromEntries(types.map((type) => [type, { schema: {} }])) });
const ok = { "200": { description: "It.", ...body("application/json") } };
const DOCUMENT = {
  security: [{ Basic: [] }],
  webhooks: { made: {}, gone: {} },
  paths: {
    "/a": {
      get: { operationId: "getA", tags: ["Reading"], responses: ok },
      trace: { operationId: "traceA", responses: ok },
    },
    "/a/files": { post: { operationId: "upload", requestBody: body("multipart/form-data"), responses: ok } },
    "/a/both": {
      post: {
        operationId: "sendBoth",
        requestBody: body("application/json; charset=utf-8", "text/csv"),
        responses: {
          "200": { $ref: "#/components/responses/Table" },
          "202": { description: "Taken.", content: {} },
          "502": { description: "A proxy's.", ...body("text/html") },
        },
      },
    },
    "/a/bearer": { get: { operationId: "getAsAgent", security: [{ Bearer: [] }], responses: ok } },
    "/a/either": { get: { operationId: "getAsEither", security: [{ Bearer: [] }, { Basic: [] }], responses: ok } },
    "/a/open": { get: { operationId: "getOpen", security: [], responses: ok } },
    "/a/shared": { $ref: "#/components/pathItems/Shared" },
    "/a/file": { get: { operationId: "download", responses: { "200": { description: "It.", ...body("text/csv") } } } },
    "/b": { get: { operationId: "getB", responses: ok }, delete: { operationId: "deleteB", responses: ok } },
  },
  components: {
    responses: { Table: { description: "Rows.", ...body("application/json", "text/csv") } },
    pathItems: { Shared: { get: { operationId: "getShared", tags: ["Reading"], responses: ok } } },
  },
};
const RULES = {
  paths: ["/a"],
  methods: ["GET", "post", "delete"],
  securitySchemes: ["Basic"],
  mediaTypes: ["application/json"],
};

function select(include: object, exclude = {}) {
  const { paths, leftOut } = selectOperations(DOCUMENT, parseSelection({ include, exclude }));
  const ids = Object.values(paths).flatMap((item) =>
    Object.values(item as Record<string, { operationId?: string }>).map(({ operationId }) => operationId),
  );
  return { paths: paths as typeof DOCUMENT.paths, ids, lines: leftOut.map(({ what, why }) => `${what}: ${why}`) };
}

describe("the operations of a specification", () => {
  test("are selected by path, method, security scheme and media type, with a line for each that is left out", () => {
    const { ids, lines } = select(RULES);
    expect(ids).toEqual(["getA", "sendBoth", "getAsEither", "getOpen", "getShared"]);
    expect(lines).toEqual([
      "TRACE /a: method trace is not among the methods of the selection",
      "POST /a/files: its request body is multipart/form-data, which is not among the media types of the selection",
      "POST /a/both, request body: text/csv is not among the media types of the selection",
      "POST /a/both, response 200: text/csv is not among the media types of the selection",
      "POST /a/both, response 502: it is text/html, which is not among the media types of the selection",
      "GET /a/bearer: it needs Bearer, which is not among the security schemes of the selection",
      "GET /a/file: its response 200 is text/csv, which is not among the media types of the selection",
      "2 operations: the path does not start with /a",
      "2 webhooks: the SDK makes calls and does not receive any",
    ]);
  });

  test("keep only the selected bodies and alternatives, and do not change shared components", () => {
    const { paths } = select(RULES);
    const { requestBody, responses } = paths["/a/both"].post;
    expect(Object.keys(requestBody.content)).toEqual(["application/json"]);
    expect(responses).toEqual({
      "200": { description: "Rows.", content: { "application/json": { schema: {} } } },
      "202": { description: "Taken.", content: {} },
    });
    expect(Object.keys(DOCUMENT.components.responses.Table.content)).toHaveLength(2);
    expect(paths["/a/either"].get.security).toEqual([{ Basic: [] }]);
  });

  test.each([
    ["operations", { operations: ["getA", "getB"] }, ["getA", "getB"]],
    ["tags", { tags: ["Reading"] }, ["getA", "getShared"]],
    [
      "nothing: all",
      {},
      [
        "getA",
        "traceA",
        "upload",
        "sendBoth",
        "getAsAgent",
        "getAsEither",
        "getOpen",
        "getShared",
        "download",
        "getB",
        "deleteB",
      ],
    ],
  ])("are selected by %s", (_, include, ids) => {
    expect(select(include).ids).toEqual(ids);
  });

  test.each([
    ["paths", ["/a/"], ["getA", "getB", "deleteB"]],
    ["methods", ["GET", "TRACE"], ["upload", "sendBoth", "deleteB"]],
    ["operations", ["getB"], ["getA", "getAsEither", "getOpen", "getShared", "deleteB"]],
    ["tags", ["Reading"], ["getAsEither", "getOpen", "getB", "deleteB"]],
    ["securitySchemes", ["Basic"], ["getAsAgent", "getAsEither", "getOpen"]],
    ["mediaTypes", ["multipart/form-data", "text/csv"], ["getA", "sendBoth", "getB"]],
  ])("are left out by %s", (criterion, values, ids) => {
    const { ids: taken } = select({}, { [criterion]: values });
    for (const id of ids) expect(taken).toContain(id);
    expect(taken.length).toBeLessThan(11);
  });
});

test("a selection that is not valid is refused with all that is wrong", () => {
  const wrong = { include: { path: ["/a"], tags: "Reading" }, exclude: [], dialect: "x" };
  try {
    parseSelection(wrong);
    expect.unreachable();
  } catch (error) {
    expect((error as DocumentError).problems.map(({ message }) => message)).toEqual([
      "dialect is not known; use include and exclude.",
      "include.path is not known; use one of paths, methods, operations, tags, securitySchemes, mediaTypes.",
      'include.tags must be a list of strings; found "Reading".',
      "exclude must be an object of paths, methods, operations, tags, securitySchemes, mediaTypes; found [].",
    ]);
  }
});
