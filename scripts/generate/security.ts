import { asObject, isJsonObject } from "./fragment.ts";
import type { Keys, Reader } from "./reader.ts";

/** Reports an operation that no request with HTTP Basic, the client's only way to authenticate, can satisfy. */
export function checkSecurity(reader: Reader, keys: Keys, where: string, own: unknown): void {
  const isOwn = own !== undefined;
  const security = isOwn ? own : reader.document["security"];
  // No requirement at all is no hindrance.
  if (!Array.isArray(security) || security.length === 0) return;
  const schemes = asObject(asObject(reader.document["components"])["securitySchemes"]);
  const isBasic = (name: string) => {
    const scheme = isJsonObject(schemes[name])
      ? reader.resolve(schemes[name], ["components", "securitySchemes", name])
      : {};
    return scheme?.["type"] === "http" && String(scheme["scheme"]).toLowerCase() === "basic";
  };
  const alternatives = security.map((requirement: unknown) => Object.keys(asObject(requirement)));
  if (alternatives.some((names) => names.every(isBasic))) return;
  const found = alternatives.map((names) => names.join(" with ")).join(", or ");
  reader.report(
    isOwn ? [...keys, "security"] : keys,
    `${where}: the client authenticates with HTTP Basic alone; found ${found}.`,
  );
}
