/**
 * Runs in the page before Scalar, which renders an operation only when it is near the window. Printing and the browser's
 * search need all operations, so they are rendered one by one while the browser is idle.
 */
export function showAll(): void {
  const Observer = globalThis.IntersectionObserver;
  globalThis.IntersectionObserver = class extends Observer {
    readonly callback: IntersectionObserverCallback;

    constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
      super(callback, options);
      this.callback = callback;
    }

    override observe(target: HTMLElement): void {
      super.observe(target);
      if (target.dataset["placeholder"] !== "true") return;
      // Safari has no requestIdleCallback.
      const later = globalThis.requestIdleCallback ?? setTimeout;
      later(() => this.callback([{ target, isIntersecting: true } as object as IntersectionObserverEntry], this));
    }
  };
}
