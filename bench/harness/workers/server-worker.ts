// Responds to every challenge call at once, over connections that stay open. Sends its port to the parent process.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { RESPONSES, checkRequest } from "../call-stub.ts";

const { status, body } = RESPONSES.success;
const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };

const server = createServer((request, response) => {
  checkRequest(request.method, `http://${request.headers.host}${request.url}`, request.headers.authorization);
  request.resume();
  response.writeHead(status, headers).end(body);
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
