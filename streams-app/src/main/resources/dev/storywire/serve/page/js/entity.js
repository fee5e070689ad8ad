import * as api from "./api.js";
import { days } from "./activity.js";
import { back, h, inward, show } from "./dom.js";
import { feedLink } from "./feeds.js";
import { row } from "./row.js";
import { count, KIND, laneName } from "./words.js";

/** The view of one entity: its stories, the names beside it, and its days. */
export class EntityView {
  constructor(root) {
    this.root = root;
    this.id = null;
  }

  /** Shows an entity. Returns its id. */
  async load(id) {
    const again = id === this.id;
    this.id = id;
    let answer;
    try {
      answer = await api.entity(id);
      // as many stories as are shown
      while (again && answer.next && answer.stories.length < this.shown) await this.#append(answer);
    } catch (refused) {
      if (this.id === id) show(this.root, back(), h("h1", { class: "empty" }, refused.message));
      return id;
    }
    if (this.id === id) this.#render(answer);
    return id;
  }

  /** Returns true if a change of this story may change the view. */
  concerns(line) {
    return this.id !== null && (line.entities.some((entity) => entity.id === this.id)
      || (this.answer?.stories ?? []).some((story) => story.storyId === line.storyId));
  }

  /** Hides the entity. */
  clear() {
    this.id = null;
    this.answer = null;
    this.root.replaceChildren();
  }

  async #append(answer) {
    const page = await api.stories({ entity: answer.entity.id, cursor: answer.next });
    answer.stories.push(...page.stories);
    answer.next = page.next;
  }

  async #more() {
    const answer = this.answer;
    const from = answer.stories.length;
    await this.#append(answer);
    if (this.answer !== answer) return;
    this.#render(answer);
    this.root.querySelectorAll(".row-link")[from]?.focus({ preventScroll: true });
  }

  #render(answer) {
    const { entity, spellings, lanes, stories, next, eventTime } = answer;
    this.answer = answer;
    this.shown = stories.length;
    document.title = `${entity.name} — Storywire`;
    show(
      this.root,
      back(),
      h(
        "header", { class: "head" },
        h("p", { class: "slug" },
          h("span", { class: `kind ${entity.type}` }, KIND[entity.type]),
          lanes.length > 1 && h("span", {}, lanes.map((lane) => laneName(lane.lane)).join(", ")),
          inward(`/?entity=${encodeURIComponent(entity.id)}`, {}, "Filter the list"),
          feedLink(`/entities/${encodeURIComponent(entity.id)}`, {}, "Feed")),
        h("h1", { dir: "auto" }, entity.name),
        spellings.length > 1 && h("p", { class: "also", dir: "auto" },
          `Also ${spellings.map((spelling) => spelling.name).filter((name) => name !== entity.name).join(", ")}`),
        h("ul", { class: "figures" },
          h("li", {}, count(entity.storyCount, "story", "stories")),
          h("li", {}, `${entity.openCount.toLocaleString("en")} open`)),
        days(answer.days),
      ),
      h(
        "div", { class: "columns" },
        h("div", {}, h("h2", {}, "Stories"),
          h("ol", { class: "rows" }, stories.map((line) => row(line, eventTime))),
          next && h("button", { class: "more", type: "button", onclick: () => this.#more() }, "Earlier stories")),
        h("aside", {}, companions(answer.with)),
      ),
    );
  }
}

function companions(entities) {
  return entities.length > 0 && h("section", { class: "names" }, h("h2", {}, "In the same stories"),
    h("ul", {}, entities.map((entity) => h("li", {},
      inward(`/entities/${encodeURIComponent(entity.id)}`, { class: `kind ${entity.type}` }, entity.name),
      h("span", { class: "number", title: "stories" }, String(entity.storyCount))))));
}
