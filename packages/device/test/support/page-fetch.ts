import { vi } from "vitest";

/** A page's fetch takes paths of its own server; the backend's, which calls the API, takes requests. */
export function stubPageFetch(backendUrl: string): void {
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", (input: string | Request, init: RequestInit) =>
    fetch(typeof input === "string" && input.startsWith("/") ? backendUrl + input : input, init),
  );
}
