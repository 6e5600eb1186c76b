import type { Exchange } from "../server/wire.ts";

/** Adds a request of this page to the list, latest first, with what the backend said to the API meanwhile. */
export function showRequest(route: string, status: number, exchanges: readonly Exchange[]): void {
  const item = document.createElement("li");
  item.textContent = `device → backend: POST /api/${route} → ${status}`;
  for (const { call, sent, outcome, got } of exchanges) {
    const text = document.createElement("pre");
    text.tabIndex = 0;
    text.textContent = `backend → API: ${call} → ${outcome}\n${JSON.stringify({ sent, got }, undefined, 2)}`;
    item.append(text);
  }
  document.querySelector("#wire")?.prepend(item);
}
