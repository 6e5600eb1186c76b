// Answers every challenge call at once, over connections that are kept alive, and tells its parent process where.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ANSWERS, checkRequest } from "../call-stub.ts";

const { status, body } = ANSWERS.success;
const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };

const server = createServer((request, response) => {
  checkRequest(request.method, `http://${request.headers.host}${request.url}`, request.headers.authorization);
  request.resume();
  response.writeHead(status, headers).end(body);
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
