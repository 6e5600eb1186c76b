/** Runs in the page: adds the names that Scalar leaves out of buttons, fields and regions. */
export function nameParts(): void {
  const root = document.querySelector("#reference");
  if (!root) return;
  new MutationObserver(() => {
    for (const button of root.querySelectorAll(".scalar-code-copy:not([aria-label])"))
      button.setAttribute("aria-label", "Copy the code");
    for (const field of root.querySelectorAll<HTMLElement>('[role="combobox"][contenteditable]:not([aria-label])')) {
      const label = field.closest("tr")?.querySelector("label")?.textContent;
      field.setAttribute("aria-label", label ?? field.dataset["placeholder"] ?? "Value");
      if (!field.hasAttribute("aria-expanded")) field.setAttribute("aria-expanded", "false");
    }
    for (const region of root.querySelectorAll(".response-card[aria-labelledby]")) {
      const operation = region.closest("section")?.querySelector("h3")?.textContent ?? "";
      region.setAttribute("aria-label", `Example responses: ${operation.trim()}`);
      region.removeAttribute("aria-labelledby");
    }
  }).observe(root, { childList: true, subtree: true });
}
