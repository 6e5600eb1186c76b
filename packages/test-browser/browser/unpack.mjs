import { copyFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import chromium, { inflate } from "@sparticuz/chromium";

// Unpacks into the folder that TMPDIR names: the package has no other option for it.
await chromium.executablePath();
// Libraries for a system that lacks them. By itself the package unpacks these on AWS only.
await inflate(fileURLToPath(new URL("../bin/al2023.tar.br", import.meta.resolve("@sparticuz/chromium"))));
await copyFile(new URL("fonts.conf", import.meta.url), join(tmpdir(), "fonts.conf"));
