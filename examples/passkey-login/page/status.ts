/** How it goes: `ready` says nothing, `busy` that it is under way. */
export type Outcome = "ready" | "busy" | "done" | "failed";

/** Says how it goes, to screen readers as well. */
export function say(outcome: Outcome, text: string): void {
  const status = document.querySelector<HTMLElement>("#status");
  if (!status) return;
  status.dataset["outcome"] = outcome;
  status.textContent = text;
}
