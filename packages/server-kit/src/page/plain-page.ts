import { fieldOf, type JsonObject, listOperations } from "@grid-sdk/openapi";

/** A plain page: the list of operations, and how to install the whole reference. */
export function formatPlainPage(document: JsonObject): string {
  const title = escapeHtml(`${String(fieldOf(document, "info")["title"])} on this server`);
  const rows = listOperations(document).map(
    ({ id, method, path }) =>
      `<tr><td>${escapeHtml(method)}</td><td>${escapeHtml(path)}</td><td>${escapeHtml(id)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; font-family: ui-monospace, monospace; }
th, td { padding: 0.25rem 1rem 0.25rem 0; text-align: start; overflow-wrap: anywhere; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>The reference page, with calls to try, is a separate package. Install it, restart the server, and reload this page:</p>
<pre><code>npm install --save-dev @grid-sdk/reference</code></pre>
<table>
<thead><tr><th>Method</th><th>Path</th><th>Operation</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
