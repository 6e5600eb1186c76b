/** What `pnpm bench` measures, in the order in which it does. */
export const FIGURE_NAMES = [
  "bundle-size",
  "call-cost",
  "throughput",
  "import-time",
  "compile-cost",
  "maintenance",
  "retry-quota",
] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];
