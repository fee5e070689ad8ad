import { h, svg } from "./dom.js";
import { minutesBetween, span } from "./time.js";
import { UNKNOWN_SOURCE } from "./words.js";

/** Shows how many of the articles each source has, and how many of them are copies. */
export function sources(story) {
  const counts = new Map();
  for (const { source, relation } of story.articles) {
    const count = counts.get(source ?? UNKNOWN_SOURCE) ?? { articles: 0, copies: 0 };
    count.articles += 1;
    if (relation === "copy") count.copies += 1;
    counts.set(source ?? UNKNOWN_SOURCE, count);
  }
  if (counts.size < 2) return null;
  const rows = [...counts].sort(([, a], [, b]) => b.articles - a.articles);
  const most = rows[0][1].articles;
  return h("section", {}, h("h2", {}, "Sources"), h("ul", { class: "shares" }, rows.map(([source, { articles, copies }]) =>
    h("li", {},
      h("span", {}, h("bdi", {}, source)),
      h("span", { class: "number", title: "articles" }, String(articles),
        copies > 0 && h("span", { class: "quiet" }, copies === articles ? " copied" : `, ${copies} copied`)),
      svg("svg", { viewBox: "0 0 100 1", preserveAspectRatio: "none", "aria-hidden": "true" },
        svg("rect", { class: "track", width: 100, height: 1 }), svg("rect", { width: (articles / most) * 100, height: 1 }))))));
}

/** Shows who copied whom, as a tree: below each original its copies, with the time until they followed. */
export function copies(story) {
  const byUri = new Map(story.articles.map((article) => [article.uri, article]));
  const below = new Map();
  for (const article of story.articles) {
    if (article.relation !== "copy" || !byUri.has(article.copyOf)) continue;
    below.set(article.copyOf, [article, ...(below.get(article.copyOf) ?? [])]);
  }
  const roots = story.articles.filter(({ uri, copyOf, relation }) =>
    below.has(uri) && !(relation === "copy" && byUri.has(copyOf)));
  if (roots.length === 0) return null;
  const node = (article, original) => h("li", {},
    h("bdi", { title: article.headline }, article.source ?? UNKNOWN_SOURCE),
    original && h("span", { class: "quiet" }, after(original, article)),
    below.has(article.uri) && h("ul", {}, below.get(article.uri).map((copy) => node(copy, article))));
  return h("section", {}, h("h2", {}, "Who copied whom"), h("ul", { class: "tree" }, roots.map((root) => node(root))));
}

function after(original, copy) {
  const minutes = minutesBetween(original.publishedAt, copy.publishedAt);
  if (!original.publishedAt || !copy.publishedAt || minutes < 0) return "";
  return minutes < 1 ? " within a minute" : ` after ${span(minutes)}`;
}
