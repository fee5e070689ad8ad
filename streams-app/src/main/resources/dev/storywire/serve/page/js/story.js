import * as api from "./api.js";
import { strip } from "./activity.js";
import { back, h, inward, show } from "./dom.js";
import { editStory } from "./edit.js";
import { feedLink } from "./feeds.js";
import { log } from "./log.js";
import { ago, clock, minutesBetween, shortDay, span, stamp } from "./time.js";
import { Past } from "./past.js";
import { related } from "./related.js";
import { copies, sources } from "./sources.js";
import { timeline } from "./timeline.js";
import { count, direction, headline, KINDS, laneName, language } from "./words.js";

/** The view of one story. */
export class StoryView {
  constructor(root, now) {
    this.root = root;
    this.now = now;
    this.id = null;
    this.open = new Set();
  }

  /** Shows a story. Returns its id, which is another one if it was merged. */
  async load(id, article) {
    if (id !== this.id) {
      this.open.clear();
      this.id = id;
      this.mergedFrom = null;
      this.past = new Past();
    }
    if (article) this.open.add(article);
    let answer;
    let events;
    try {
      answer = await api.story(id);
      events = await api.events(answer.story.storyId);
    } catch (refused) {
      if (this.id === id) this.#refuse(refused);
      return id;
    }
    if (this.id !== id) return this.id;
    if (answer.story.storyId !== id) this.mergedFrom = id;
    this.id = answer.story.storyId;
    await this.past.follow(answer.story, events).catch(() => (this.past = new Past()));
    if (this.id !== answer.story.storyId) return this.id;
    this.#render(answer, events);
    if (article) this.reveal(article);
    return this.id;
  }

  /** Hides the story. */
  clear() {
    this.id = null;
    this.root.replaceChildren();
  }

  /** Scrolls to an article, and expands its group of copies. */
  reveal(uri) {
    const find = () => this.root.querySelector(`[data-uri="${CSS.escape(uri)}"]`);
    if (!find()) {
      const original = this.story.articles.find((article) => article.uri === uri)?.copyOf;
      if (original) this.root.querySelector(`[data-key="${CSS.escape(`copies:${original}`)}"]`)?.click();
    }
    const entry = find();
    if (!entry) return;
    entry.scrollIntoView({ block: "center" });
    entry.classList.add("pointed");
    setTimeout(() => entry.classList.remove("pointed"), 2_000);
  }

  #refuse(refused) {
    document.title = "Storywire";
    show(
      this.root, back(),
      h("h1", { class: "empty" }, refused.message),
    );
  }

  #render(answer, events) {
    const { noNames } = answer;
    const story = this.past.whole(answer.story);
    const history = this.past.history(events);
    this.story = story;
    document.title = `${headline(story)} — Storywire`;
    show(
      this.root,
      back(),
      this.mergedFrom && h("p", { class: "notice" }, "The requested story was merged into this one."),
      h(
        "header", { class: "head", lang: language(story.lane) },
        h("p", { class: "slug" },
          h("span", { class: `state ${story.status}` }, story.status),
          h("span", {}, laneName(story.lane)),
          h("span", {}, "Opened ", h("time", stamp(story.firstSeen), `${shortDay(story.firstSeen)}, ${clock(story.firstSeen)}`)),
          h("span", {}, "Updated ", h("time", stamp(story.lastUpdated), ago(story.lastUpdated, this.now() ?? story.lastUpdated))),
          feedLink(`/stories/${encodeURIComponent(story.storyId)}`, {}, "Feed"),
          editStory(story)),
        h("h1", { dir: "auto" }, headline(story)),
        this.#summary(story),
        this.#latest(story),
        related(story),
        figures(story),
        strip(story),
      ),
      h(
        "div", { class: "columns" },
        h("div", { class: "timeline" }, h("h2", {}, "Articles"),
          timeline(story, history, this.open),
          this.past.hasMore(answer.story) && this.#earlier(answer, events)),
        h("aside", {}, names(story, noNames), words(story), sources(story), copies(story),
          events.length > 0 && h("section", {}, h("h2", {}, "History"), log(story, history, this.past.events.length > 0))),
      ),
    );
  }

  /** Returns the button that shows earlier articles of a long story, and its whole history. */
  #earlier(answer, events) {
    const { story } = answer;
    const past = this.past;
    const button = h("button", { class: "more", type: "button", "data-key": "earlier" }, "Earlier articles");
    button.addEventListener("click", () => {
      button.textContent = "Reading the log…";
      past.more(story).then(
        () => this.past === past && this.id === story.storyId && this.#render(answer, events),
        (refused) => (button.textContent = refused.message),
      );
    });
    return [
      h("p", { class: "quiet" }, `Shows ${this.story.articles.length.toLocaleString("en")} of ${count(story.articleCount, "article")}.`),
      button,
    ];
  }

  /** Shows the latest article, unless it is the one at the top anyway. */
  #latest(story) {
    const latest = story.articles.find((article) => article.relation === "original");
    if (!latest?.headline || latest.headline === story.headline || story.articles.length < 2) return null;
    return h("p", { class: "latest", dir: direction(story.lane) },
      h("b", {}, "Latest"),
      h("time", stamp(latest.publishedAt), clock(latest.publishedAt)),
      h("button", {
        class: "development", type: "button", dir: "auto", "data-key": "latest", onclick: () => this.reveal(latest.uri),
      }, latest.headline),
      latest.source && h("span", { class: "quiet" }, latest.source));
  }

  #summary(story) {
    if (story.summary.length === 0) return null;
    const sources = new Map(story.articles.map((article) => [article.uri, article.source]));
    return h("p", { class: "summary", dir: "auto" }, story.summary.flatMap(({ text, uri }) => [
      text,
      "\u00a0",
      h("button", {
        class: "cite", type: "button", "data-key": `cite:${uri}`, title: "Show the article with this sentence",
        onclick: () => this.reveal(uri),
      }, sources.get(uri) ?? "source"),
      " ",
    ]));
  }
}

function figures(story) {
  const over = minutesBetween(story.firstSeen, story.lastUpdated);
  return h(
    "ul", { class: "figures" },
    h("li", {}, count(story.articleCount, "article")),
    story.copyCount > 0 && h("li", {}, count(story.copyCount, "copy", "copies")),
    h("li", {}, count(story.sourceCount, "source")),
    over >= 1 && h("li", {}, `over ${span(over)}`),
  );
}

function names(story, noNames) {
  if (story.entities.length === 0) {
    return noNames && h("section", {}, h("h2", {}, "Names"), h("p", { class: "quiet" }, noNames));
  }
  const kinds = Object.entries(KINDS)
    .map(([type, title]) => [type, title, story.entities.filter((entity) => entity.type === type)])
    .filter(([, , entities]) => entities.length > 0);
  return h("section", { class: "names" }, h("h2", {}, "Names"), kinds.map(([type, title, entities]) => [
    h("h3", { class: type }, title),
    h("ul", {}, entities.map((entity) => h("li", {},
      inward(`/entities/${encodeURIComponent(entity.id)}`, {}, entity.name),
      h("span", { class: "number", title: "mentions" }, String(entity.mentions))))),
  ]));
}

function words(story) {
  return story.terms.length > 0 &&
    h("section", {}, h("h2", {}, "Words"), h("p", { class: "terms", lang: language(story.lane), dir: direction(story.lane) }, story.terms.slice(0, 16).join(", ")));
}
