import { h, svg } from "./dom.js";
import { minutesBetween, span } from "./time.js";

const UNKNOWN = "Unknown source";

/** Shows how many of the articles each source has, and how many of them are copies. */
export function sources(story) {
  const counts = new Map();
  for (const { source, relation } of story.articles) {
    const count = counts.get(source ?? UNKNOWN) ?? { articles: 0, copies: 0 };
    count.articles += 1;
    if (relation === "copy") count.copies += 1;
    counts.set(source ?? UNKNOWN, count);
  }
  if (counts.size < 2) return null;
  const rows = [...counts].sort(([, a], [, b]) => b.articles - a.articles);
  const most = rows[0][1].articles;
  return h("section", {}, h("h2", {}, "Sources"), h("ul", { class: "shares" }, rows.map(([source, { articles, copies }]) =>
    h("li", {},
      h("span", {}, source),
      svg("svg", { viewBox: "0 0 48 4", "aria-hidden": "true" },
        svg("rect", { class: "track", width: 48, height: 4 }), svg("rect", { width: (articles / most) * 48, height: 4 })),
      h("span", { class: "number", title: "articles" }, String(articles),
        copies > 0 && h("span", { class: "quiet" }, copies === articles ? " copied" : `, ${copies} copied`))))));
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
    h("span", { title: article.headline }, article.source ?? UNKNOWN),
    original && h("span", { class: "quiet" }, after(original, article)),
    below.has(article.uri) && h("ul", {}, below.get(article.uri).map((copy) => node(copy, article))));
  return h("section", {}, h("h2", {}, "Who copied whom"), h("ul", { class: "tree" }, roots.map((root) => node(root))));
}

function after(original, copy) {
  const minutes = minutesBetween(original.publishedAt, copy.publishedAt);
  return original.publishedAt && copy.publishedAt && minutes >= 0 ? ` after ${span(minutes)}` : "";
}
