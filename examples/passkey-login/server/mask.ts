/** The names of fields that open, sign or prove something. Later revisions of the API may add some. */
const SECRET = /otp|token|secret|password|signature|encrypted|sealed|private/i;

/** A JSON Web Token, whatever its name: what a code was exchanged for comes as a payload to sign. */
const TOKEN = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/;

/** A copy to show: without secrets, at any depth, and with long values cut off. */
export function mask(value: unknown): unknown {
  if (value === undefined) return undefined;
  return JSON.parse(JSON.stringify(value), (name, item: unknown) => {
    if (SECRET.test(name)) return "•••";
    if (typeof item !== "string") return item;
    if (TOKEN.test(item)) return "•••";
    return item.length > 60 ? `${item.slice(0, 40)}…` : item;
  });
}
