/** Runs in the page, before Scalar, which opens every schema to print it: for schemas that have no end. */
export function keepClosed(): void {
  addEventListener("beforeprint", (event) => event.stopImmediatePropagation());
}
