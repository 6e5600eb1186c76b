import { once } from "node:events";
import { stripVTControlCharacters } from "node:util";
import { spawnInTerminal, type TerminalOptions } from "@grid-sdk/terminal/testing";

/** The id of the credential that is challenged. Mock and emulator have it. */
export const CREDENTIAL_ID = "AuthMethod%3A019542f5-b3e7-1d02-0000-000000000001";

const headers = { authorization: `Basic ${btoa("a:b")}` };

/** Runs `grid-mock` or `grid-emulator` in a terminal. Resolves to what it shows, with three requests: 200, 400 and 404. */
export async function showInTerminal(command: string, options: TerminalOptions): Promise<string> {
  const child = spawnInTerminal(process.execPath, [command], options);
  let printed = "";
  for await (const chunk of child.stdout) {
    const isReady = printed.includes("Ctrl+C");
    printed += String(chunk);
    if (!isReady && printed.includes("Ctrl+C")) {
      const [, url = ""] = /GRID_BASE_URL=(\S+)/.exec(stripVTControlCharacters(printed)) ?? [];
      await fetch(`${url}/auth/credentials/${CREDENTIAL_ID}/challenge`, { method: "POST", headers });
      await fetch(`${url}/auth/sessions`, { headers });
      await fetch(`${url}/last`);
    }
    if (printed.includes("/last")) break;
  }
  // At SIGTERM, script(1) waits two seconds for its command. When its terminal is gone, the command ends at once.
  child.kill("SIGKILL");
  await once(child, "exit");
  return printed.replaceAll("\r\n", "\n");
}
