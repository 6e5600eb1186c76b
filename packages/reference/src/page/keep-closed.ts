/** Runs in the page before Scalar, for recursive schemas: Scalar expands every schema for printing. */
export function keepClosed(): void {
  addEventListener("beforeprint", (event) => event.stopImmediatePropagation());
}
