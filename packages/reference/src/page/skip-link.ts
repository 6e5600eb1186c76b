/** Leads past the fifty links of the menu. Scalar has no section of that address. */
export const SKIP_LINK = '<a class="skip-link" href="#reference">Skip to the content</a>';

/** Runs in the page: what the link leads to is made later, and its address stays that of the section that is read. */
export function skipToContent(): void {
  document.querySelector(".skip-link")?.addEventListener("click", (event) => {
    event.preventDefault();
    const main = document.querySelector<HTMLElement>("#reference main");
    main?.setAttribute("tabindex", "-1");
    main?.focus();
  });
}
