import type { Exchange } from "../server/wire.ts";
import { say } from "./status.ts";

let title = "";
/** Where the steps of the current action are listed. */
let steps: HTMLOListElement | undefined;

/** Starts a new action: the steps from now on belong to it. It is listed once it has a step. */
export function startAction(name: string): void {
  title = name;
  steps = undefined;
}

/** Adds a request of this page, and the requests that the backend sent to the API for it. */
export function showRequest(route: string, outcome: string, exchanges: readonly Exchange[]): void {
  add(row("page → backend", `POST /api/${route}`, outcome));
  for (const { call, sent, outcome: status, got } of exchanges) {
    const summary = element("summary", "", row("backend → API", shortenIds(call), status));
    const bodies = element("pre", "", [JSON.stringify({ sent, got }, undefined, 2)]);
    add([element("details", "", [summary, bodies])]);
  }
}

/** Adds a step that this device does by itself. */
export async function onDevice<Result>(what: string, doing: Promise<Result>): Promise<Result> {
  const [isDone, isNot] = [() => "done", () => "failed"];
  add(row("this device", what, await doing.then(isDone, isNot)), "device");
  return doing;
}

/** A step in which the user has to confirm, in the browser's own dialog. */
export async function onPasskey<Result>(what: string, doing: Promise<Result>): Promise<Result> {
  say("busy", "Waiting for your device…");
  try {
    return await onDevice(what, doing);
  } finally {
    say("busy", "One moment…");
  }
}

/** The latest action comes first, and only it is open. */
function add(content: readonly (Node | string)[], kind = ""): void {
  steps ??= addAction();
  steps.append(element("li", kind, content));
}

function addAction(): HTMLOListElement {
  for (const open of document.querySelectorAll("#wire > li > details")) open.removeAttribute("open");
  const list = element("ol", "steps", []);
  const action = element("details", "", [element("summary", "", [title]), list]);
  action.open = true;
  document.querySelector("#wire")?.prepend(element("li", "", [action]));
  return list;
}

function row(lane: string, what: string, outcome: string): HTMLElement[] {
  const isGood = outcome === "done" || outcome.startsWith("2");
  // 202: nothing has changed yet, the API needs a signature.
  const kind = outcome === "202" ? "asks" : isGood ? "good" : "bad";
  return [element("span", "lane", [lane]), element("span", "what", [what]), element("span", `chip ${kind}`, [outcome])];
}

/** The last digits are enough to distinguish ids. The parameter's name says what the id belongs to. */
function shortenIds(call: string): string {
  return call.replaceAll(/(?:(?<==)\w+:|(?<=:))[0-9a-f]{8}-[0-9a-f-]{23}(?=[0-9a-f]{4})/g, "…");
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  content: readonly (Node | string)[],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}
