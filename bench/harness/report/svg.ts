import { OURS } from "../clients.ts";
import type { Result, Series } from "../series.ts";
import { spreadOf } from "../statistics.ts";
import { formatValue } from "./format-number.ts";

const WIDTH = 640;
const LABEL_WIDTH = 150;
const VALUE_WIDTH = 90;
const ROW_HEIGHT = 18;
const HEADING_HEIGHT = 30;
const BAR_HEIGHT = 12;
const BAR_WIDTH = WIDTH - LABEL_WIDTH - VALUE_WIDTH;

/** Colours that can be read on white and on black: the picture has no background of its own. */
const STYLE = `text{font:12px system-ui,sans-serif;fill:#777}.title{font-weight:600}.value{text-anchor:start}
.bar{fill:#9aa4b2}.ours{fill:#2f6fde}text.ours{font-weight:600}.spread{stroke:#555;stroke-width:1}`;

/** A figure as bars: one group for each series, a line across each bar's end for the spread. */
export function drawChart({ title, series }: Result): string {
  let top = 0;
  const groups = series.map((one) => {
    const group = drawSeries(one, top);
    top += HEADING_HEIGHT + Object.keys(one.samples).length * ROW_HEIGHT;
    return group;
  });
  const height = top + 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">
<title>${escapeText(title)}</title>
<style>${STYLE}</style>
${groups.join("\n")}
</svg>
`;
}

function drawSeries({ title, unit, samples }: Series, top: number): string {
  const spreads = Object.entries(samples).map(([subject, numbers]) => ({ subject, spread: spreadOf(numbers) }));
  const longest = Math.max(...spreads.map(({ spread }) => spread.high));
  const scale = (value: number) => Math.round((longest > 0 ? value / longest : 0) * BAR_WIDTH * 10) / 10;
  const bars = spreads.map(({ subject, spread: { median, low, high } }, row) => {
    const y = top + HEADING_HEIGHT + row * ROW_HEIGHT;
    const [middle, end] = [y + BAR_HEIGHT / 2, LABEL_WIDTH + scale(high)];
    const name = subject === OURS ? "ours" : "";
    const line =
      high > low
        ? `<line class="spread" x1="${LABEL_WIDTH + scale(low)}" x2="${end}" y1="${middle}" y2="${middle}"/>`
        : "";
    return `<text class="${name}" x="0" y="${y + 10}">${escapeText(subject)}</text><rect class="bar ${name}" x="${LABEL_WIDTH}" y="${y}" width="${Math.max(scale(median), 1)}" height="${BAR_HEIGHT}"/>${line}<text class="value ${name}" x="${Math.max(end, LABEL_WIDTH + scale(median)) + 6}" y="${y + 10}">${formatValue(median, unit)}</text>`;
  });
  return [`<text class="title" x="0" y="${top + 20}">${escapeText(`${title} (${unit})`)}</text>`, ...bars].join("\n");
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
