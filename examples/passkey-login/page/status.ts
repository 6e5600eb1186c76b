/** The state of an action: `ready` shows nothing, `busy` means that it is running. */
export type Outcome = "ready" | "busy" | "done" | "failed";

/** Shows the state of an action, to screen readers too. */
export function say(outcome: Outcome, text: string): void {
  const status = document.querySelector<HTMLElement>("#status");
  if (!status) return;
  status.dataset["outcome"] = outcome;
  status.textContent = text;
}
