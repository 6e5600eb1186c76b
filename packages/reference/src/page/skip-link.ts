/** A link past the fifty links of the menu. Scalar has no section with that address. */
export const SKIP_LINK = '<a class="skip-link" href="#reference">Skip to the content</a>';

/** Runs in the page: the target of the link is rendered later, and the address must stay that of the current section. */
export function skipToContent(): void {
  document.querySelector(".skip-link")?.addEventListener("click", (event) => {
    event.preventDefault();
    const main = document.querySelector<HTMLElement>("#reference main");
    main?.setAttribute("tabindex", "-1");
    main?.focus();
  });
}
