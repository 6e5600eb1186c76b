import { parseArgs } from "node:util";
import { expect, test } from "vitest";
import { ArgumentError, OPTIONS, readArguments } from "./read-arguments.ts";

const CREDENTIALS = { GRID_CLIENT_ID: "token-id", GRID_CLIENT_SECRET: "pä:ss" };
/** As `readOptions` reads them. */
const parse = (args: string[]) => parseArgs({ args, options: OPTIONS }).values;
const API = ["--upstream", "https://api.example/grid"];

test("reads what to call, where and with which credentials", () => {
  const args = [
    ...API,
    "--fragment",
    "a.yaml",
    "--operation",
    "a",
    "--operation",
    "b",
    "--param",
    "id=x=y",
    "--param",
    "q=",
  ];
  const { upstream, authorization, ...rest } = readArguments(parse(args), CREDENTIALS);
  expect(upstream.href).toBe("https://api.example/grid");
  expect(Buffer.from(authorization.replace("Basic ", ""), "base64").toString()).toBe("token-id:pä:ss");
  expect(rest).toEqual({
    fragment: "a.yaml",
    operations: ["a", "b"],
    values: new Map([
      ["id", "x=y"],
      ["q", ""],
    ]),
    timeoutMs: 30_000,
  });
});

test.each(["http://127.0.0.1:1", "http://[::1]:1", "http://localhost:1"])(
  "accepts http for this machine: %s",
  (url) => {
    expect(readArguments(parse(["--upstream", url]), CREDENTIALS).upstream.port).toBe("1");
  },
);

test.each([
  [[], {}, "--upstream is missing."],
  [["--upstream", "api.example"], {}, "--upstream must be an absolute URL; got api.example."],
  [["--upstream", "http://api.example"], {}, "--upstream must be an https URL, because credentials are sent there"],
  [["--upstream", "ftp://127.0.0.1"], {}, "--upstream must be an https URL"],
  [["--upstream", "https://a:b@api.example"], {}, "--upstream must not contain credentials"],
  [[...API, "--line", "next"], {}, "--line must be one of 2026-04-23, latest; got next."],
  [API, { GRID_CLIENT_ID: "" }, "Set GRID_CLIENT_ID and GRID_CLIENT_SECRET"],
  [API, { GRID_CLIENT_SECRET: undefined }, "Set GRID_CLIENT_ID and GRID_CLIENT_SECRET"],
  [[...API, "--param", "x"], {}, "--param must be <name>=<value>; got x."],
  [[...API, "--param", "=x"], {}, "--param must be <name>=<value>; got =x."],
  [[...API, "--timeout", "soon"], {}, "--timeout must be a number of seconds; got soon."],
  [[...API, "--timeout", "0"], {}, "--timeout must be a number of seconds; got 0."],
])("refuses %j with %j and says why", (args, environment, reason) => {
  const read = () => readArguments(parse(args), { ...CREDENTIALS, ...environment });
  expect(read).toThrow(ArgumentError);
  expect(read).toThrow(reason);
});

test("follows the default line unless another is named", () => {
  expect(readArguments(parse(API), CREDENTIALS).fragment).toMatch(/openapi.2026-04-23.grid-auth\.yaml$/);
  expect(readArguments(parse([...API, "--line", "latest"]), CREDENTIALS).fragment).toMatch(
    /openapi.latest.grid-auth\.yaml$/,
  );
});
