import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { PACKAGES } from "./packages.ts";
import { ROOT } from "./root.ts";

interface Rule {
  readonly groupName?: string;
  readonly matchDepNames?: readonly string[];
}

interface CustomManager {
  readonly managerFilePatterns: readonly string[];
  readonly matchStrings: readonly string[];
}

const read = (path: string) => readFileSync(new URL(path, ROOT), "utf8");
const renovate = JSON.parse(read(".github/renovate.json")) as {
  readonly minimumReleaseAge: string;
  readonly packageRules: readonly Rule[];
  readonly customManagers: readonly CustomManager[];
};
const workspace = parse(read("pnpm-workspace.yaml")) as {
  readonly catalog: Readonly<Record<string, string>>;
  readonly minimumReleaseAge: number;
};
const grouped = renovate.packageRules.filter(({ groupName }) => groupName !== undefined);
const namesOf = (group: string) => grouped.find(({ groupName }) => groupName === group)?.matchDepNames ?? [];

test("each name of the catalog is updated in one group, and no group names another", () => {
  const names = grouped.flatMap(({ matchDepNames = [] }) => matchDepNames);
  expect(names.toSorted()).toEqual([...Object.keys(workspace.catalog), "pnpm"].toSorted());
});

test("what published packages depend on is a group of its own", () => {
  const named = PACKAGES.flatMap((name) => {
    const { dependencies = {} } = JSON.parse(read(`packages/${name}/package.json`)) as { dependencies?: object };
    return Object.keys(dependencies).filter((dependency) => !dependency.startsWith("@grid-sdk/"));
  });
  expect(namesOf("what published packages depend on")).toEqual([...new Set(named)].toSorted());
});

test("waits until pnpm would install a version", () => {
  const [, days = "0"] = /^(\d+) days$/.exec(renovate.minimumReleaseAge) ?? [];
  expect(Number(days) * 24 * 60).toBeGreaterThan(workspace.minimumReleaseAge);
});

describe("versions outside the catalog", () => {
  /** What a manager's expressions find, by file. */
  const found = renovate.customManagers.map(({ managerFilePatterns: [pattern = ""], matchStrings: [match = ""] }) => {
    const files = globSync(["*.yaml", ".github/**/*.yml", "scripts/**/*.ts"], { cwd: fileURLToPath(ROOT) });
    const fitting = files
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => new RegExp(pattern.slice(1, -1)).test(file));
    return fitting.flatMap((file) => [...read(file).matchAll(new RegExp(match, "g"))].map(({ groups }) => groups));
  });
  const [inWorkflows = [], ofScripts = [], inConsumers = []] = found;

  test("are found in workflows, each", () => {
    const { packageManager } = JSON.parse(read("package.json")) as { packageManager: string };
    const runs = globSync(".github/workflows/*.yml", { cwd: fileURLToPath(ROOT) }).flatMap((file) =>
      [...read(file).matchAll(/\bnpx\b/g)].map(() => ({
        depName: "pnpm",
        currentValue: packageManager.slice("pnpm@".length),
      })),
    );
    expect(inWorkflows).toEqual(runs);
  });

  test("are found for the Node of scripts", () => {
    expect(ofScripts).toEqual([{ currentValue: workspace.catalog["node"] }]);
  });

  test("are found where the packed packages are tried, but for aliases", () => {
    const names = inConsumers.map((groups) => groups?.["depName"]);
    expect(names).toEqual(expect.arrayContaining(["bun", "deno", "workerd", "@types/node", "jest"]));
    expect(names).not.toContain("node20");
  });
});
