import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A request as it came over the wire. */
export interface WireRequest {
  readonly method: string | undefined;
  /** Path and query, exactly as sent. */
  readonly target: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface RecordingProxy extends AsyncDisposable {
  readonly url: string;
  readonly requests: WireRequest[];
}

/** A server that records each request and forwards it to `upstream`. */
export async function startRecordingProxy(upstream: string): Promise<RecordingProxy> {
  const requests: WireRequest[] = [];
  const server = createServer(async (message, response) => {
    const { method = "GET", url: target, headers } = message;
    const body = await text(message);
    requests.push({ method, target, headers: { ...headers }, body });
    const forwarded = Object.entries(headers).filter(
      ([name]) => !["connection", "host", "content-length"].includes(name),
    );
    const answer = await fetch(`${upstream}${target}`, {
      method,
      headers: Object.fromEntries(forwarded) as Record<string, string>,
      ...(body && { body }),
    });
    const { "content-encoding": _, ...answerHeaders } = Object.fromEntries(answer.headers);
    response.writeHead(answer.status, answerHeaders).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
