const MOST = 60;

/** A value of a document as JSON, for a sentence; what is long is cut. */
export function quoteJson(value: unknown): string {
  if (value === undefined) return "none";
  const json = JSON.stringify(value);
  return `\`${json.length > MOST ? `${json.slice(0, MOST)} …` : json}\``;
}
