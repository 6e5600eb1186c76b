import { writeFile } from "node:fs/promises";
import { deriveReadme } from "./derive-readme.ts";

await writeFile(new URL("../README.md", import.meta.url), deriveReadme());
