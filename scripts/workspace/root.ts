/** The folder of this checkout. */
export const ROOT = new URL("../../", import.meta.url);
