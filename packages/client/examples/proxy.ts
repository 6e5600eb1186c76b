import { createGridClient, type GridClient } from "@grid-sdk/client";
import { ProxyAgent } from "undici";

// Every request goes through the proxy. You can pass an `Agent` with your own TLS or keep-alive settings in the same way.
export function createProxiedClient(proxyUrl: string): GridClient {
  return createGridClient({ requestInitExt: { dispatcher: new ProxyAgent(proxyUrl) } });
}
