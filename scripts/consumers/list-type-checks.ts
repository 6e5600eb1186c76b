import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Check, nodeOf, runProgram, type Workbench } from "./check.ts";

const VERSIONS = ["5.4", "5.9", "6.0", "7.0"];
const MODULES = [{ module: "node16" }, { module: "nodenext" }, { module: "preserve", moduleResolution: "bundler" }];

/** The design's consumer code, and code of the mock's, compiled strictly with all declarations checked. */
export function listTypeChecks(bench: Workbench): Check[] {
  return VERSIONS.flatMap((version) =>
    MODULES.map((options) => ({
      kind: "types",
      name: `TypeScript ${version}, module ${options.module}`,
      run: async () => {
        const compilerOptions = {
          ...options,
          strict: true,
          exactOptionalPropertyTypes: true,
          skipLibCheck: false,
          // What a team exports has to have a name.
          declaration: true,
          emitDeclarationOnly: true,
          outDir: `declarations-${version}-${options.module}`,
          target: "es2022",
          types: ["node"],
        };
        // TypeScript knows CommonJS consumers only in the node modes.
        const files = [
          "consumer-code.ts",
          "declaration-code.ts",
          "latest-code.ts",
          "mock-code.ts",
          "device-code.ts",
          ...(options.module === "preserve" ? [] : ["require-code.cts", "require-device.cts", "require-latest.cts"]),
        ];
        const project = `tsconfig.${version}-${options.module}.json`;
        await writeFile(join(bench.directory, project), JSON.stringify({ compilerOptions, files }));
        const tsc = join("node_modules", `typescript-${version}`, "bin", "tsc");
        await runProgram(bench, nodeOf(bench, "24"), [tsc, "-p", project]);
      },
    })),
  );
}
