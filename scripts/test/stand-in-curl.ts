import { parseArgs } from "node:util";

// The features of curl that the samples use, for a machine without curl. An unknown flag fails, as in curl.
const { values } = parseArgs({
  options: {
    request: { type: "string", default: "GET" },
    url: { type: "string" },
    header: { type: "string", multiple: true, default: [] },
    data: { type: "string" },
    basic: { type: "boolean" },
    user: { type: "string" },
    silent: { type: "boolean" },
    fail: { type: "boolean" },
  },
});
const { request, url = "", header, data, basic, user = "", fail } = values;
const headers = new Headers();
for (const line of header) headers.set(line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1));
if (basic) headers.set("authorization", `Basic ${Buffer.from(user).toString("base64")}`);
const response = await fetch(url, { method: request, headers, body: data ?? null });
process.stdout.write(await response.text());
// curl's exit status for a response of 400 or more.
if (fail && !response.ok) process.exitCode = 22;
