import { svg } from "./dom.js";

const BARS = 24;
const BAR = 3;
const GAP = 1;
const HEIGHT = 22;

/**
 * When a story's articles came, as bars over the `hours` before `now`; the same axis for every
 * story, so that a glance down the list tells what is moving.
 */
export function activity(line, now, hours) {
  const before = (new Date(now) - new Date(line.lastUpdated)) / 60_000;
  const each = (hours * 60) / BARS;
  const counts = new Array(BARS).fill(0);
  for (const minutes of line.arrivals) {
    const bar = BARS - 1 - Math.floor((before + minutes) / each);
    if (bar >= 0) counts[bar] += 1;
  }
  const most = Math.max(...counts, 3);
  const recent = counts.reduce((sum, count) => sum + count, 0);
  const width = BARS * (BAR + GAP) - GAP;
  return svg(
    "svg",
    {
      class: "activity", viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT,
      role: "img", "aria-label": `${recent} articles in the last ${hours} hours`,
    },
    counts.map((count, i) => {
      const height = count === 0 ? 1 : Math.max(4, Math.round((count / most) * HEIGHT));
      return svg("rect", {
        class: count === 0 ? "quiet" : null,
        x: i * (BAR + GAP), y: HEIGHT - height, width: BAR, height,
      });
    }),
  );
}
