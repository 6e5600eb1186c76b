/**
 * Changes the page and keeps the keyboard's focus. If what had it is gone or hidden, focus goes to the same button of
 * the new list, else to the one in its place, else to the title of the section that is shown.
 */
export function keepFocus(change: () => void): void {
  const before = document.activeElement;
  const list = before?.closest("ul");
  const place = list ? buttonsOf(list).indexOf(before as HTMLButtonElement) : -1;
  change();
  if (!(before instanceof HTMLElement) || before.checkVisibility()) return;
  const buttons = list ? buttonsOf(list) : [];
  const target =
    buttons.find(({ dataset }) => dataset["id"] === before.dataset["id"]) ?? buttons[place] ?? buttons.at(-1);
  (target ?? document.querySelector<HTMLElement>("section:not([hidden]) > h2"))?.focus();
}

function buttonsOf(list: Element): HTMLButtonElement[] {
  return [...list.querySelectorAll("button")];
}
