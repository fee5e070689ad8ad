import { h, inward, show } from "./dom.js";

const NAMES = 14;
const STATUSES = [["", "All"], ["open", "Open"], ["closed", "Closed"], ["merged", "Merged"]];

/** Returns the URL of the list with this filter. */
export function listPath(filter) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return query.size ? `/?${query}` : "/";
}

/** Shows the filters: status, lane, and the names in most stories. */
export function showFilters(root, filter, lanes, lines) {
  show(
    root,
    group("Stories", STATUSES.map(([value, label]) =>
      choice(label, { ...filter, status: value }, (filter.status ?? "") === value))),
    lanes.length > 1 && group("Lanes", [
      choice("All lanes", { ...filter, lane: "" }, !filter.lane),
      ...lanes.map((lane) => choice(lane.lane, { ...filter, lane: lane.lane }, filter.lane === lane.lane, lane.openStories || undefined)),
    ]),
    group("In the news", inTheNews(lines).map(([entity, stories]) =>
      choice(entity.name, { ...filter, entity: filter.entity === entity.id ? "" : entity.id },
        filter.entity === entity.id, stories, entity.type))),
  );
}

/** Returns the names in most stories, with the number of stories. */
function inTheNews(lines) {
  const names = new Map();
  for (const line of lines) {
    for (const entity of line.entities) {
      const known = names.get(entity.id) ?? [entity, 0];
      names.set(entity.id, [entity, known[1] + 1]);
    }
  }
  return [...names.values()]
    .sort((a, b) => b[1] - a[1] || b[0].mentions - a[0].mentions)
    .slice(0, NAMES);
}

function group(title, choices) {
  return choices.length > 0 && h("div", { class: "group" }, h("h2", {}, title), h("ul", {}, choices));
}

function choice(label, filter, chosen, number, type) {
  return h("li", {}, inward(
    listPath(filter),
    { class: `choice ${type ?? ""}`, "aria-current": chosen ? "true" : null, "data-key": listPath(filter) },
    h("span", { class: "label" }, label),
    number !== undefined && h("span", { class: "number" }, number.toLocaleString("en")),
  ));
}
