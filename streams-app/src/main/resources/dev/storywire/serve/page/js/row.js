import { activity } from "./activity.js";
import { h, inward } from "./dom.js";
import { marked } from "./search.js";
import { ago, stamp, when } from "./time.js";
import { count, direction, headline, laneName, language, UNKNOWN_SOURCE } from "./words.js";

const HOURS = 12;
const CHIPS = 6;
const HIT_LABELS = { article: "Article: ", name: "Name: ", term: "Term: " };

/** A row of the list. Stories with more sources are larger. The words of the query are marked. */
export function row(line, now, query) {
  const size = line.sourceCount >= 7 ? "lead" : line.sourceCount >= 4 ? "major" : "minor";
  return h(
    "li", { class: `row ${size} ${line.status}`, "data-story": line.storyId },
    h(
      "p", { class: "when" },
      h("time", stamp(line.lastUpdated), when(line.lastUpdated, now)),
      h("span", { class: "ago" }, ago(line.lastUpdated, now)),
      h("span", { class: "lane" }, laneName(line.lane)),
    ),
    h(
      "div", { class: "what", lang: language(line.lane), dir: direction(line.lane) },
      h("h2", { dir: "auto" }, inward(`/stories/${encodeURIComponent(line.storyId)}`,
        { class: "row-link", "data-key": line.storyId }, marked(headline(line), query))),
      line.lead && h("p", { class: "lead-sentence", dir: "auto" }, marked(line.lead, query)),
      line.hit && hit(line.hit, query),
      h("div", { class: "by" }, chips(line, query), h("p", { class: "sources" }, sources(line)),
        line.status !== "open" && h("p", { class: "state" }, line.status)),
    ),
    h(
      "div", { class: "how-much" },
      activity(line, now, HOURS),
      h("p", { class: "figure" }, count(line.articleCount, "article")),
      h("p", { class: "detail" }, detail(line)),
    ),
  );
}

/** The text with the hit of a search, if the rest of the row does not show it. */
function hit({ field, text }, query) {
  return h("p", { class: "hit", dir: "auto" }, HIT_LABELS[field] && h("span", { class: "detail" }, HIT_LABELS[field]),
    marked(text, query));
}

function chips(line, query) {
  return line.entities.length > 0 && h(
    "ul", { class: "chips", "aria-label": "Names" },
    line.entities.slice(0, CHIPS).map((entity) => h("li", {},
      inward(`/entities/${encodeURIComponent(entity.id)}`, { class: `chip ${entity.type}` }, marked(entity.name, query)))),
  );
}

function sources(line) {
  if (line.sources.length === 0) return line.sourceCount > 0 && UNKNOWN_SOURCE;
  const others = line.sourceCount - line.sources.length;
  return [
    line.sources.map((source, i) => [i > 0 && ", ", h("bdi", {}, source)]),
    others > 0 && ` and ${others} more`,
  ];
}

function detail(line) {
  const copies = line.copyCount > 0 ? [count(line.copyCount, "copy", "copies")] : [];
  return [...copies, count(line.sourceCount, "source")].join(" · ");
}
