import { OURS } from "../clients.ts";
import type { Result, Series } from "../series.ts";
import { spreadOf } from "../statistics.ts";
import { formatValue } from "./format-number.ts";
import { sortSubjects } from "./sort-subjects.ts";

/** So narrow that a phone can show its text. */
const WIDTH = 360;
const LABEL_WIDTH = 125;
const VALUE_WIDTH = 60;
const ROW_HEIGHT = 18;
const HEADING_HEIGHT = 30;
const BAR_HEIGHT = 12;
const BAR_WIDTH = WIDTH - LABEL_WIDTH - VALUE_WIDTH;

const MARGIN = 12;

/** With a background in each theme, so that the text has contrast where the page's theme is not the system's. */
const STYLE = `.page{fill:#fff}text{font:12px system-ui,sans-serif;fill:#24292f}.title{font-weight:600}
.bar{fill:#8c959f}.ours{fill:#0550ae}text.ours{font-weight:600}.spread{stroke:#24292f;stroke-width:1}
@media(prefers-color-scheme:dark){.page{fill:#161b22}text{fill:#e6edf3}.bar{fill:#6e7681}.ours{fill:#79c0ff}.spread{stroke:#e6edf3}}`;

/** A figure as bars, the best one first: one group for each series, a line across each bar's end for the spread. */
export function drawChart({ title, series }: Result): string {
  let top = 0;
  const groups = series.map((one) => {
    const group = drawSeries(one, top);
    top += HEADING_HEIGHT + Object.keys(one.samples).length * ROW_HEIGHT;
    return group;
  });
  const [width, height] = [WIDTH + 2 * MARGIN, top + 2 * MARGIN];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escapeText(title)}</title>
<style>${STYLE}</style>
<path class="page" d="M0 0h${width}v${height}h-${width}z"/>
<g transform="translate(${MARGIN} ${MARGIN})">
${groups.join("\n")}
</g>
</svg>
`;
}

function drawSeries(series: Series, top: number): string {
  const { title, unit } = series;
  const spreads = sortSubjects(series).map(([subject, numbers]) => ({ subject, spread: spreadOf(numbers) }));
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
    return `<text class="${name}" x="0" y="${y + 10}">${escapeText(subject)}</text><rect class="bar ${name}" x="${LABEL_WIDTH}" y="${y}" width="${Math.max(scale(median), 1)}" height="${BAR_HEIGHT}"/>${line}<text class="${name}" x="${Math.max(end, LABEL_WIDTH + scale(median)) + 6}" y="${y + 10}">${formatValue(median, unit)}</text>`;
  });
  return [`<text class="title" x="0" y="${top + 20}">${escapeText(`${title} (${unit})`)}</text>`, ...bars].join("\n");
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
