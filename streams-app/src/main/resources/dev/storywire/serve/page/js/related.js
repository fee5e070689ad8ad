import * as api from "./api.js";
import { h, inward } from "./dom.js";
import { count, direction, headline, language, laneName } from "./words.js";

/** The stories found so far, by the article that names them. */
const found = new Map();

/** Shows the new headline of a story in the links to it. `line` is its entry in the list. */
export function refresh(line) {
  for (const other of found.values()) {
    if (other.storyId === line.storyId) other.headline = line.headline;
  }
  const path = storyPath(line.storyId);
  for (const link of document.querySelectorAll(".related a")) {
    if (link.getAttribute("href") === path) link.textContent = headline(line);
  }
}

/** Shows the stories of other lanes about the same event, as soon as they are found. */
export function related(story) {
  const links = story.relatedStories ?? [];
  if (links.length === 0) return null;
  const list = h("ul", { class: "related" });
  for (const link of links) {
    const known = found.get(link.article);
    let item = known ? entry(link, known) : h("li", { hidden: "" });
    list.append(item);
    find(link.article).then((other) => {
      if (other && other.headline !== known?.headline) {
        const fresh = entry(link, other);
        item.replaceWith(fresh);
        item = fresh;
      }
    }).catch(() => {}); // it has expired
  }
  return list;
}

/** Returns the story that an article is in now; null if it is in none. */
async function find(uri) {
  const { storyId } = await api.article(uri);
  const other = storyId ? (await api.story(storyId)).story : null;
  if (other) found.set(uri, other);
  else found.delete(uri);
  return other;
}

function entry(link, other) {
  const reason = `${count(link.entities.length, "name")} in common`
    + (link.numbers.length > 0 ? `, ${count(link.numbers.length, "number")}` : "");
  return h("li", {},
    `Also in ${laneName(link.lane)}: `,
    inward(storyPath(other.storyId), {
      title: reason, lang: language(link.lane), dir: direction(link.lane) ?? "auto",
    }, headline(other)));
}

function storyPath(storyId) {
  return `/stories/${encodeURIComponent(storyId)}`;
}
