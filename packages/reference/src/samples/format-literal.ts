import { isJsonObject } from "@grid-sdk/openapi";

/** A value as TypeScript code: JSON, with plain names unquoted. Short objects are on one line. */
export function formatLiteral(value: unknown, indent = ""): string {
  const within = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => formatLiteral(item, within));
    return wrap("[", items, "]", indent);
  }
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, item]) => `${formatName(name)}: ${formatLiteral(item, within)}`);
  return wrap("{", members, "}", indent);
}

function formatName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** About the width that the page shows without scrolling. An id of the API fits. */
const WIDTH = 60;

function wrap(open: string, members: readonly string[], close: string, indent: string): string {
  if (members.length === 0) return open + close;
  const space = open === "{" ? " " : "";
  const line = `${open}${space}${members.join(", ")}${space}${close}`;
  if (line.length + indent.length <= WIDTH && !line.includes("\n")) return line;
  return `${open}\n${members.map((member) => `${indent}  ${member},\n`).join("")}${indent}${close}`;
}
