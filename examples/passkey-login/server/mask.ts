/** The names of what opens, signs or proves something; the API's later revisions may add some. */
const SECRET = /otp|token|secret|password|signature|encrypted|sealed|private/i;

/** A copy to show: without secrets, at any depth, and with long values cut off. */
export function mask(value: unknown): unknown {
  if (value === undefined) return undefined;
  return JSON.parse(JSON.stringify(value), (name, item: unknown) => {
    if (SECRET.test(name)) return "•••";
    return typeof item === "string" && item.length > 60 ? `${item.slice(0, 40)}…` : item;
  });
}
