import { h, inward, show } from "./dom.js";
import { feedLink } from "./feeds.js";
import { laneName } from "./words.js";

/** The filters of the list, as in the URL of the page and of the API. */
export const FILTERS = ["q", "entity", "source", "lane", "status", "minArticles", "minSources", "within", "since", "until"];

const NAMES = 10;
const SOURCES = 6;
const STATUSES = [["", "All"], ["open", "Open"], ["closed", "Closed"], ["merged", "Merged"]];
const SPANS = [["", "Any time"], ["1h", "Last hour"], ["6h", "Last 6 hours"], ["1d", "Last day"]];
const SIZES = [["", "Any size"], ["2", "2 sources or more"], ["5", "5 or more"], ["10", "10 or more"]];
// which of them a line of the list cannot show
const ASKED = ["q", "entity", "source", "within", "since", "until"];

/** Returns the filter in the query part of a URL. */
export function filterOf(query) {
  const asked = new URLSearchParams(query);
  return Object.fromEntries(FILTERS.map((name) => [name, asked.get(name) ?? ""]));
}

/** Returns the URL of the list with this filter. */
export function listPath(filter) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return query.size ? `/?${query}` : "/";
}

/** Returns true if only the service knows whether a story matches. */
export function mustAsk(filter) {
  return ASKED.some((name) => filter[name]);
}

/** Returns false if a line of the list does not match. */
export function mayMatch(filter, line) {
  const { status, lane, minArticles, minSources } = filter;
  return (status ? line.status === status : line.status !== "merged")
    && (!lane || line.lane === lane)
    && line.articleCount >= (minArticles ? Number(minArticles) : status === "merged" ? 0 : 1)
    && line.sourceCount >= Number(minSources ?? 0);
}

/** Shows the filters: those that are set, and the choices of each. */
export function showFilters(root, filter, lanes, lines) {
  const shown = [...lines];
  const choices = (name, values) => values.map(([value, label]) =>
    choice(label, { ...filter, [name]: value }, (filter[name] ?? "") === value));
  show(
    root,
    group("Filters", chosen(filter, shown).map(([name, label]) =>
      choice(label, { ...filter, [name]: "" }, true, "×"))),
    group("Stories", choices("status", STATUSES)),
    group("Latest article", choices("within", SPANS)),
    group("Size", choices("minSources", SIZES)),
    lanes.length > 1 && group("Lanes", [
      choice("All lanes", { ...filter, lane: "" }, !filter.lane),
      ...lanes.map((lane) => choice(laneName(lane.lane), { ...filter, lane: lane.lane }, filter.lane === lane.lane, lane.openStories || undefined)),
    ]),
    group("In the news", mostFrequent(shown.flatMap((line) => line.entities), (entity) => entity.id, NAMES).map(([entity, stories]) =>
      choice(entity.name, { ...filter, entity: entity.id }, filter.entity === entity.id, stories))),
    group("Sources", mostFrequent(shown.flatMap((line) => line.sources), (source) => source, SOURCES).map(([source, stories]) =>
      choice(source, { ...filter, source }, filter.source === source, stories))),
    h("p", { class: "follow" }, feedLink(listPath(filter), {}, "Follow as a feed")),
    h("p", { class: "follow" }, inward("/dead-letters", { "data-key": "dead-letters" }, "Dead letters")),
  );
}

/** Returns the filters that are set and have no separate control, with their labels. */
function chosen(filter, lines) {
  const name = lines.flatMap((line) => line.entities).find((entity) => entity.id === filter.entity)?.name;
  const labels = {
    entity: name ?? filter.entity,
    source: filter.source,
    minArticles: `${filter.minArticles} articles or more`,
    since: `Since ${filter.since}`,
    until: `Until ${filter.until}`,
  };
  return Object.entries(labels).filter(([name]) => filter[name]);
}

/** Returns the most frequent values with the number of times that each occurs. */
function mostFrequent(values, key, limit) {
  const counts = new Map();
  for (const value of values) {
    const known = counts.get(key(value)) ?? [value, 0];
    counts.set(key(value), [known[0], known[1] + 1]);
  }
  return [...counts.values()].sort((a, b) => b[1] - a[1]).slice(0, limit);
}

function group(title, choices) {
  return choices.length > 0 && h("div", { class: "group" }, h("h2", {}, title), h("ul", {}, choices));
}

function choice(label, filter, chosen, number) {
  return h("li", {}, inward(
    listPath(filter),
    { class: "choice", "aria-current": chosen ? "true" : null, "data-key": `${label} ${listPath(filter)}` },
    h("span", { class: "label" }, label),
    number !== undefined && h("span", { class: "number" }, number.toLocaleString("en")),
  ));
}
