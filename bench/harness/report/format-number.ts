import type { Unit } from "../series.ts";

const WHOLE: ReadonlySet<Unit> = new Set(["bytes", "calls/s", "modules"]);

/** A measured value as people read it: whole where a fraction says nothing, else with three digits. */
export function formatValue(value: number, unit: Unit): string {
  if (WHOLE.has(unit) || Number.isInteger(value)) return Math.round(value).toLocaleString("en");
  return formatRatio(value);
}

/** With three digits; a dash for a ratio to nothing. */
export function formatRatio(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en");
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
