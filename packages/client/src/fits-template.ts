/** Whether a path fits a template, with each parameter in one segment: `/a/1:verify` fits `/a/{id}:verify`. */
export function fitsTemplate(path: string, template: string): boolean {
  const literals = template.split(/\{[^{}]*\}/).map((text) => text.replaceAll(/[^\w/]/g, String.raw`\$&`));
  return new RegExp(`^${literals.join("[^/?#]+")}$`).test(path);
}
