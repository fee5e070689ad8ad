import * as api from "./api.js";
import { h, inward, show } from "./dom.js";
import { mayMatch, mustAsk } from "./filters.js";
import { row } from "./row.js";
import { ago, when } from "./time.js";
import { volume } from "./volume.js";
import { count } from "./words.js";

const GATHER = 250;
const MANY = 25;
const LEAST_BETWEEN_LOADS = 2_000;
const MORE_ROWS = 300;

/** The list of stories, ordered by their latest change. */
export class StoryList {
  /**
   * @param onFound called when the stories or the newest event time have changed
   * @param isScrolled returns true if the reader has scrolled down, or had before opening a story
   */
  constructor(root, onFound, isScrolled) {
    this.root = root;
    this.onFound = onFound;
    this.isScrolled = isScrolled;
    this.rows = h("ol", { class: "rows", "aria-live": "off" });
    this.volume = h("div", {});
    this.earlier = h("button", { class: "more", type: "button", onclick: () => this.#more() }, "Earlier stories");
    this.lines = new Map();
    this.nodes = new Map();
    this.filter = {};
    this.current = null;
    this.eventTime = null;
    this.waiting = new Set();
    this.incoming = new Map();
    this.loaded = 0;
    this.pause = GATHER;
  }

  /** Reads the list again: as many pages as are shown, if the filter is the same. */
  async load(filter) {
    const wanted = this.filter === filter ? this.loaded : 0;
    const asked = (this.filter = filter);
    let page;
    try {
      page = await api.stories(filter);
      while (page.next && page.stories.length < wanted) {
        const { stories, next } = await api.stories({ ...filter, cursor: page.next });
        page = { ...page, stories: [...page.stories, ...stories], next };
      }
    } catch (refused) {
      if (this.filter === asked && this.lines.size === 0) this.#say(refused.message);
      return;
    }
    if (this.filter !== asked) return;
    this.lines = new Map(page.stories.map((line) => [line.storyId, line]));
    this.nodes.clear();
    this.waiting.clear();
    this.#take(page);
    const stay = this.hold();
    this.#render();
    stay();
    this.count();
  }

  /** Reads the number of articles by hour. */
  async count() {
    const asked = this.filter;
    const counts = await api.volume(asked).catch(() => null);
    if (counts && this.filter === asked) show(this.volume, volume(counts));
  }

  /** Applies a change from the stream, together with others that arrive at about the same time. */
  update(line) {
    if (this.incoming.size === 0) setTimeout(() => this.#flush(), this.pause);
    this.incoming.set(line.storyId, line);
  }

  /** Removes a story. */
  remove(storyId) {
    this.incoming.delete(storyId);
    this.lines.delete(storyId);
    this.nodes.get(storyId)?.remove();
    this.nodes.delete(storyId);
    if (this.lines.size === 0) this.#render();
  }

  /**
   * Reads the list at intervals instead if there are very many changes, as in a replay. Also if it
   * has become long: rows cannot be removed, since the earlier stories continue after the last one.
   */
  #flush() {
    const lines = [...this.incoming.values()];
    this.incoming.clear();
    const flood = lines.length > MANY;
    this.pause = flood ? LEAST_BETWEEN_LOADS : GATHER;
    const long = this.lines.size > this.loaded + MORE_ROWS;
    if ((flood || long) && !this.isScrolled()) this.load(this.filter);
    else lines.forEach((line) => this.#apply(line));
  }

  #apply(line) {
    this.eventTime = this.#later(line.lastUpdated);
    const known = this.lines.get(line.storyId);
    if (known && known.seq > line.seq) return;
    if (!mayMatch(this.filter, line)) {
      if (known) this.remove(line.storyId);
      return;
    }
    if (!known && mustAsk(this.filter)) return;
    this.lines.set(line.storyId, line);
    const moved = !known || known.lastUpdated !== line.lastUpdated;
    // rows do not move while the reader has scrolled down
    if (moved && this.isScrolled()) this.waiting.add(line.storyId);
    else this.#place(line);
    this.onFound();
  }

  /** Marks the story that is open. */
  mark(storyId) {
    this.current = storyId;
    for (const [id, node] of this.nodes) node.classList.toggle("current", id === storyId);
    this.nodes.get(storyId)?.scrollIntoView({ block: "nearest" });
  }

  /** Moves the focus to the row of a story, and scrolls if it is not visible. */
  focus(storyId) {
    const node = this.nodes.get(storyId);
    node?.querySelector(".row-link").focus({ preventScroll: true });
    node?.scrollIntoView({ block: "nearest" });
  }

  /** Returns a function that scrolls the first visible row to where it is now. */
  hold() {
    if (!this.isScrolled() || this.root.closest(".reading")) return () => {};
    const top = (row) => row.getBoundingClientRect().top;
    const first = [...this.rows.children].find((row) => row.getBoundingClientRect().bottom > 0);
    const before = first && top(first);
    return () => {
      const row = this.nodes.get(first?.dataset.story);
      if (row) window.scrollBy({ top: top(row) - before });
    };
  }

  /** Moves the focus by a number of rows. */
  step(by) {
    const links = [...this.rows.querySelectorAll(".row-link")];
    const at = links.indexOf(document.activeElement);
    const from = at >= 0 ? at : links.findIndex((link) => link.closest(".current"));
    links[Math.min(Math.max(from + by, 0), links.length - 1)]?.focus();
  }

  /** Updates the relative times. */
  tick() {
    for (const [id, node] of this.nodes) {
      const line = this.lines.get(id);
      if (!line) continue;
      node.querySelector(".when time").textContent = when(line.lastUpdated, this.eventTime);
      node.querySelector(".ago").textContent = ago(line.lastUpdated, this.eventTime);
    }
  }

  #later(instant) {
    return !this.eventTime || instant > this.eventTime ? instant : this.eventTime;
  }

  #take(page) {
    this.loaded = this.lines.size;
    if (page.eventTime) this.eventTime = this.#later(page.eventTime);
    this.next = page.next;
    this.earlier.hidden = !page.next;
  }

  #render() {
    const lines = [...this.lines.values()];
    show(this.rows, lines.map((line) => this.#row(line)));
    show(
      this.root,
      h("h1", { class: "unseen" }, "Stories"),
      this.volume,
      (this.pill = h("button", { class: "pill", type: "button", hidden: true, onclick: () => this.#catchUp() })),
      lines.length === 0 ? h("p", { class: "empty" }, ...this.#nothing()) : this.rows,
      this.earlier,
    );
    this.onFound();
  }

  #nothing() {
    if (Object.values(this.filter).some(Boolean)) {
      return ["No matching stories. ", inward("/", { class: "all", "data-key": "all" }, "Show all stories")];
    }
    return [this.eventTime
      ? "No stories. All stories have retired: a story retires a set time after its last article, in event time."
      : "No stories yet. They appear here as articles arrive on the wire."];
  }

  #say(message) {
    show(this.root, h("p", { class: "empty" }, message));
  }

  async #more() {
    const asked = this.filter;
    const page = await api.stories({ ...asked, cursor: this.next });
    if (this.filter !== asked) return;
    const added = page.stories.filter((line) => !this.lines.has(line.storyId));
    for (const line of added) this.lines.set(line.storyId, line);
    this.rows.append(...added.map((line) => this.#row(line)));
    this.#take(page);
    this.onFound();
    this.nodes.get(added[0]?.storyId)?.querySelector(".row-link").focus({ preventScroll: true });
  }

  #catchUp() {
    window.scrollTo({ top: 0 });
    this.load(this.filter);
  }

  /** Inserts an entry at its position. */
  #place(line) {
    const old = this.nodes.get(line.storyId);
    const focused = old?.contains(document.activeElement);
    const fresh = this.#row(line);
    fresh.classList.add("fresh");
    old?.remove();
    if (!this.rows.isConnected) return this.#render();
    const after = [...this.rows.children].find(
      (other) => this.lines.get(other.dataset.story)?.lastUpdated <= line.lastUpdated,
    );
    this.rows.insertBefore(fresh, after ?? null);
    if (focused) fresh.querySelector(".row-link").focus({ preventScroll: true });
    this.tick();
  }

  #row(line) {
    const node = row(line, this.eventTime, this.filter.q);
    node.classList.toggle("current", line.storyId === this.current);
    this.nodes.set(line.storyId, node);
    return node;
  }

  /** Shows the number of changes that are displayed when the reader returns to the top. */
  showWaiting() {
    if (!this.pill) return;
    this.pill.hidden = this.waiting.size === 0;
    this.pill.textContent = `${count(this.waiting.size, "story", "stories")} changed — show`;
  }
}
