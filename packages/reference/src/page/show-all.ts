/**
 * Runs in the page, before Scalar, which makes an operation when it comes near the window. Printing and the browser's
 * search need the others as well: they follow one by one, when the browser has nothing else to do.
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
