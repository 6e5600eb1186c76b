import { readFileSync } from "node:fs";
import { ENVIRONMENTS } from "../consumers/manifest.ts";
import { ROOT } from "../workspace/root.ts";

export interface Badge {
  /** Of its file, `docs/images/badge-<name>.svg`. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

/** What is read of `packages/client/package.json`. */
interface Manifest {
  readonly license: string;
  readonly engines: { readonly node: string };
}

/** What is read of `bench/results/bundle-size.json`: bytes, by client. */
interface BundleSizes {
  readonly series: readonly { readonly title: string; readonly samples: Record<string, readonly number[]> }[];
}

const CHARACTER_WIDTH = 6.6;
const PADDING = 8;
const HEIGHT = 20;

/** The README's badges. Each fact is from the file that decides it, so that a badge is true without a service. */
export function listBadges(): Badge[] {
  const { license, engines } = read<Manifest>("packages/client/package.json");
  const typescript = Object.keys(ENVIRONMENTS).find((name) => name.startsWith("typescript-"));
  return [
    { name: "license", label: "licence", value: license },
    { name: "node", label: "Node", value: engines.node.replace(">=", "≥ ") },
    { name: "typescript", label: "TypeScript", value: `≥ ${typescript?.split("-")[1]}` },
    { name: "size", label: "client, gzip", value: `${Math.round(measuredBytes() / 1_000)} kB` },
  ];
}

/** The bytes of a program with one call, as the bench measured them last. */
function measuredBytes(): number {
  const { series } = read<BundleSizes>("bench/results/bundle-size.json");
  const bytes = series.find(({ title }) => title === "one call, gzip")?.samples["grid-sdk"]?.[0];
  if (bytes === undefined) throw new Error("bench/results/bundle-size.json does not have the size of grid-sdk.");
  return bytes;
}

/** A badge as an SVG with colours of its own, readable on a light and on a dark page. */
export function drawBadge({ label, value }: Badge): string {
  const [left, right] = [label, value].map((text) => Math.round(text.length * CHARACTER_WIDTH) + 2 * PADDING);
  const [labelWidth, valueWidth] = [left ?? 0, right ?? 0];
  const width = labelWidth + valueWidth;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img">
<title>${label}: ${value}</title>
<style>text{font:11px system-ui,sans-serif;fill:#fff}</style>
<rect width="${width}" height="${HEIGHT}" rx="3" fill="#3b3bc4"/>
<path d="M3 0h${labelWidth - 3}v${HEIGHT}h-${labelWidth - 3}a3 3 0 0 1-3-3v-${HEIGHT - 6}a3 3 0 0 1 3-3z" fill="#4b5160"/>
${write(label, labelWidth / 2)}
${write(value, labelWidth + valueWidth / 2)}
</svg>
`;
}

function write(text: string, middle: number): string {
  return `<text x="${middle}" y="14" text-anchor="middle">${text}</text>`;
}

function read<Content>(path: string): Content {
  return JSON.parse(readFileSync(new URL(path, ROOT), "utf8"));
}
