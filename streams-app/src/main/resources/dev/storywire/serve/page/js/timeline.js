import * as api from "./api.js";
import { changes } from "./changes.js";
import { h, outward } from "./dom.js";
import { editArticle } from "./edit.js";
import { clock, day, stamp } from "./time.js";
import { toggle } from "./toggle.js";
import { percent, why } from "./why.js";
import { count, direction, language, NOTICED, OUT, UNKNOWN_SOURCE, WITHDRAWN } from "./words.js";

/**
 * Shows the articles of a story by day, newest first. Copies are grouped under their original, and
 * withdrawn articles are lines without their text.
 *
 * @param open uris whose reasons are open, "copies:" + uri of originals whose copies are expanded, and
 *   "changes:" + uri of articles whose changes are shown; kept by the caller across live updates
 */
export function timeline(story, events, open) {
  const edit = (article) => editArticle(story, article);
  const { originals, copies } = fold(story.articles);
  const entries = [
    ...originals.map((article) => ({ at: article.publishedAt, node: () => entry(article, copies, open, edit, language(story.lane)) })),
    ...withdrawn(story, events).map((event) => ({ at: event.at, node: () => gone(event) })),
  ].sort((a, b) => ((a.at ?? "") < (b.at ?? "") ? 1 : -1));
  const days = new Map();
  for (const { at, node } of entries) {
    const label = day(at);
    if (!days.has(label)) days.set(label, []);
    days.get(label).push(node());
  }
  return [...days].map(([label, nodes]) =>
    h("section", { class: "day" }, h("h3", {}, label), h("ol", { class: "entries" }, nodes)));
}

/** Returns the originals, and the copies of each. */
function fold(articles) {
  const byUri = new Map(articles.map((article) => [article.uri, article]));
  const originals = [];
  const copies = new Map();
  for (const article of articles) {
    if (article.relation !== "copy" || !byUri.has(article.copyOf)) originals.push(article);
    else copies.set(article.copyOf, [...(copies.get(article.copyOf) ?? []), article]);
  }
  return { originals, copies };
}

/** Returns the articles that were withdrawn and have not returned. */
function withdrawn(story, events) {
  const members = new Set(story.articles.map((article) => article.uri));
  const latest = new Map();
  for (const event of events) if (event.type === "articleWithdrawn") latest.set(event.uri, event);
  return [...latest.values()].filter((event) => WITHDRAWN.has(event.cause) && !members.has(event.uri));
}

function gone(event) {
  return h(
    "li", { class: "entry gone" },
    h("time", stamp(event.at), clock(event.at)),
    h("p", {}, OUT[event.cause]),
  );
}

function entry(article, copies, open, edit, lang) {
  const own = copies.get(article.uri) ?? [];
  return h(
    "li", { class: "entry", "data-uri": article.uri, dir: direction(lang) },
    h("time", stamp(article.publishedAt), clock(article.publishedAt)),
    h(
      "div", {},
      h("p", { class: "source" }, h("bdi", {}, article.source ?? UNKNOWN_SOURCE),
        article.version > 1 && h("span", { class: "mark" }, `version ${article.version}`),
        article.relation === "copy" && h("span", { class: "mark" }, "copy"),
        noticed(article)),
      h("h4", { dir: "auto", lang }, outward(article.url, { class: "title" }, article.headline ?? article.uri)),
      h("div", { class: "tools" }, toggle(article.uri, "Why it belongs", open, () => why(article.uri)),
        changed(article, open, lang),
        own.length > 0 && toggle(`copies:${article.uri}`, count(own.length, "copy", "copies"), open, () => copyList(own, open, edit)), edit(article)),
    ),
  );
}

/** Returns the button that shows what a later version has changed. */
function changed(article, open, lang) {
  return article.version > 1 && toggle(`changes:${article.uri}`, "What changed", open, () => changes(article.uri, lang));
}

/** Returns the notices of an article. */
function noticed(article) {
  return article.notices
    .filter((notice) => NOTICED[notice.act])
    .map((notice) => h("span", { class: "mark notice", title: notice.by }, NOTICED[notice.act]));
}

function copyList(copies, open, edit) {
  return h("ol", { class: "copies" }, copies.map((copy) => {
    const similarity = h("span", { class: "similarity" });
    api.explain(copy.uri).then(({ verdict, original }) => {
      if (verdict.similarity === undefined) return;
      similarity.textContent = `${percent(verdict.similarity)} the same${original?.changedSince ? " as an earlier version" : ""}`;
    }, () => {});
    return h(
      "li", { class: "copy", "data-uri": copy.uri },
      h("time", stamp(copy.publishedAt), clock(copy.publishedAt)),
      h(
        "div", {},
        h("p", { class: "source" }, h("bdi", {}, copy.source ?? UNKNOWN_SOURCE), similarity, noticed(copy)),
        h("p", { dir: "auto" }, outward(copy.url, { class: "title" }, copy.headline ?? copy.uri)),
        h("div", { class: "tools" }, toggle(copy.uri, "Why", open, () => why(copy.uri)), changed(copy, open), edit(copy)),
      ),
    );
  }));
}
