import { h, svg } from "./dom.js";
import { clock, minutesBetween, shortDay, utcDay } from "./time.js";

const BARS = 24;
const BAR = 4;
const GAP = 1;
const HEIGHT = 22;

/**
 * Draws the arrival times of a story's articles as bars over the `hours` before `now`. All stories have the same axis.
 */
export function activity(line, now, hours) {
  const before = minutesBetween(line.lastUpdated, now);
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

const DAYS = 30;
const DAY = 86_400_000;

/** Draws the number of stories on each of the last days as bars. All entities have the same axis. */
export function days(counts) {
  if (counts.length < 2) return null;
  const latest = Date.parse(counts[0].day);
  const label = (before) => utcDay(latest - before * DAY);
  const bars = counts
    .map(({ day, storyCount }) => ({ before: Math.round((latest - Date.parse(day)) / DAY), storyCount }))
    .filter(({ before }) => before < DAYS);
  const most = Math.max(...bars.map((bar) => bar.storyCount));
  return h(
    "figure", { class: "days" },
    svg(
      "svg",
      { viewBox: `0 0 ${DAYS} 1`, preserveAspectRatio: "none", role: "img", "aria-label": `Stories by day, at most ${most}` },
      bars.map(({ before, storyCount }) => {
        const height = Math.max(0.06, storyCount / most);
        return svg("rect", { x: DAYS - before - 0.8, y: 1 - height, width: 0.6, height },
          svg("title", {}, `${label(before)}: ${storyCount}`));
      }),
    ),
    h("figcaption", { class: "ends" }, h("span", {}, label(DAYS - 1)), h("span", {}, label(0))),
  );
}

const STRIP = 720;

/** Draws a line from the first article of a story to its latest, with a tick for each article; ticks of copies are shorter. */
export function strip(story) {
  const length = minutesBetween(story.firstSeen, story.lastUpdated);
  const dated = story.articles.filter((article) => article.publishedAt);
  if (length < 1 || dated.length < 3) return null;
  const place = (at) => Math.min(Math.max(minutesBetween(story.firstSeen, at) / length, 0), 1) * (STRIP - 4) + 2;
  const line = svg(
    "svg",
    {
      class: "strip", viewBox: `0 0 ${STRIP} 24`, preserveAspectRatio: "none", role: "img",
      "aria-label": `Articles from ${clock(story.firstSeen)} to ${clock(story.lastUpdated)}`,
    },
    svg("line", { x1: 0, x2: STRIP, y1: 23.5, y2: 23.5 }),
    dated.map((article) => svg("line", {
      class: article.relation, x1: place(article.publishedAt), x2: place(article.publishedAt),
      y1: article.relation === "copy" ? 14 : 3, y2: 23,
    })),
  );
  return h(
    "figure", {}, line,
    h("figcaption", { class: "ends" },
      h("span", {}, `${shortDay(story.firstSeen)}, ${clock(story.firstSeen)}`),
      h("span", {}, `${shortDay(story.lastUpdated)}, ${clock(story.lastUpdated)}`)),
  );
}
