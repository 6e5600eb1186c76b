/** Whether a path is one of a template, each parameter a part of one segment: `/a/1:verify` is one of `/a/{id}:verify`. */
export function fitsTemplate(path: string, template: string): boolean {
  const literals = template.split(/\{[^{}]*\}/).map((text) => text.replaceAll(/[^\w/]/g, String.raw`\$&`));
  return new RegExp(`^${literals.join("[^/?#]+")}$`).test(path);
}
