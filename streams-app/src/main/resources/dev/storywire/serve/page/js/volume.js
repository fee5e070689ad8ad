import { h, svg } from "./dom.js";
import { clock, shortDay } from "./time.js";
import { count } from "./words.js";

/** Draws the number of articles by hour as bars, with a table for those who do not see them. */
export function volume({ hours }) {
  const total = hours.reduce((sum, hour) => sum + hour.articleCount, 0);
  if (total === 0) return null;
  const most = Math.max(...hours.map((hour) => hour.articleCount));
  const [first, last] = [hours[0], hours[hours.length - 1]];
  return h(
    "figure", { class: "volume" },
    svg(
      "svg",
      { viewBox: `0 0 ${hours.length} 1`, preserveAspectRatio: "none", "aria-hidden": "true" },
      hours.map(({ from, articleCount }, i) => {
        const height = Math.max(0.04, articleCount / most);
        return svg("rect", { class: articleCount === 0 ? "quiet" : null, x: i + 0.1, y: 1 - height, width: 0.8, height },
          svg("title", {}, `${clock(from)}: ${count(articleCount, "article")}`));
      }),
    ),
    h("figcaption", { class: "ends" },
      h("span", {}, when(first)), h("span", {}, count(total, "article"), h("span", { class: "most" }, `, at most ${most} an hour`)), h("span", {}, when(last))),
    h("table", { class: "unseen" },
      h("caption", {}, "Articles by hour"),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Hour"), h("th", { scope: "col" }, "Articles"))),
      h("tbody", {}, hours.map((hour) => h("tr", {}, h("th", { scope: "row" }, when(hour)), h("td", {}, String(hour.articleCount)))))),
  );
}

function when({ from }) {
  return `${shortDay(from)}, ${clock(from)}`;
}
