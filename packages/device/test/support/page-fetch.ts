import { vi } from "vitest";

/** A page's fetch accepts paths of its own server. The backend's fetch, which calls the API, accepts requests. */
export function stubPageFetch(backendUrl: string): void {
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", (input: string | Request, init: RequestInit) =>
    fetch(typeof input === "string" && input.startsWith("/") ? backendUrl + input : input, init),
  );
}
