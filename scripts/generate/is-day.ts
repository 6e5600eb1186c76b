/** Whether a value is a day that exists, as `YYYY-MM-DD`. */
export function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  // Date.parse moves the 30th of February into March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
