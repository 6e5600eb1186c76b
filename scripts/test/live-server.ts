import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface LiveAnswer {
  readonly status?: number;
  /** In addition to `content-type: application/json`. Undefined removes a header. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** A string is sent unchanged, anything else as JSON. */
  readonly body: unknown;
}

export interface LiveServer extends AsyncDisposable {
  /** With a base path, as a deployment has one. */
  readonly url: string;
  /** `METHOD /path?query authorization` of each request. */
  readonly received: string[];
}

const BASE_PATH = "/grid/v1";

/** For tests: a deployment with one response for each `METHOD /path`. It does not respond to any other request. */
export async function startLiveServer(answers: Readonly<Record<string, LiveAnswer>>): Promise<LiveServer> {
  const received: string[] = [];
  const server = createServer((message, response) => {
    const target = (message.url ?? "").replace(BASE_PATH, "");
    received.push(`${message.method} ${target} ${message.headers.authorization}`);
    const answer = answers[`${message.method} ${target.split("?")[0]}`];
    if (!answer) return;
    const headers = Object.entries({ "content-type": "application/json", ...answer.headers });
    response.writeHead(answer.status ?? 200, Object.fromEntries(headers.filter(([, value]) => value !== undefined)));
    response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${BASE_PATH}`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
