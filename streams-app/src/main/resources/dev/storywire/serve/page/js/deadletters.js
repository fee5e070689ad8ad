import * as api from "./api.js";
import { back, h, inward, show } from "./dom.js";
import { fullTime, stamp } from "./time.js";
import { toggle } from "./toggle.js";

/** The view of the refused records, newest first. */
export class DeadLetterView {
  constructor(root) {
    this.root = root;
    this.code = null;
    this.open = new Set();
  }

  /** Shows the dead letters with a code, or all. */
  async load(code) {
    const asked = (this.code = code ?? "");
    try {
      this.page = await api.deadLetters({ code: asked });
    } catch (refused) {
      if (this.code === asked) show(this.root, back(), h("h1", { class: "empty" }, refused.message));
      return;
    }
    if (this.code === asked) this.#render();
  }

  /** Hides the view. */
  clear() {
    this.code = null;
    this.root.replaceChildren();
  }

  async #more() {
    const { deadLetters, next } = this.page;
    const older = await api.deadLetters({ code: this.code, cursor: next });
    if (this.code === null) return;
    this.page = { ...older, deadLetters: [...deadLetters, ...older.deadLetters] };
    this.#render();
  }

  #render() {
    const { deadLetters, next } = this.page;
    document.title = "Dead letters — Storywire";
    show(
      this.root, back(),
      h("header", { class: "head" },
        h("h1", {}, "Dead letters"),
        h("p", { class: "lead-sentence" }, "Records that the service refused, newest first.")),
      this.code && h("p", { class: "chips" }, inward("/dead-letters", { class: "chip" }, `${this.code} ×`)),
      deadLetters.length === 0 && h("p", { class: "quiet" }, next ? "None among the newest records." : "No record was refused."),
      h("ol", { class: "letters" }, deadLetters.map((letter) => this.#letter(letter))),
      next && h("button", { class: "more", type: "button", "data-key": "more", onclick: () => this.#more() }, "Earlier dead letters"),
    );
  }

  #letter(letter) {
    const { id, at, key, stage, code, reason, origin, bytes } = letter;
    return h(
      "li", { class: "letter" },
      h("p", { class: "slug" },
        h("time", stamp(at), fullTime(at)),
        inward(`/dead-letters?code=${encodeURIComponent(code)}`, { "data-key": `code:${id}` }, code),
        h("span", {}, stage)),
      h("p", { class: "reason", dir: "auto" }, reason),
      h("p", { class: "quiet" }, key && h("bdi", {}, key), h("span", {}, origin)),
      h("div", { class: "tools" }, toggle(`bytes:${id}`, `${bytes.toLocaleString("en")} bytes`, this.open, () => bytesOf(id))),
    );
  }
}

/** Calls the service again while it is busy: it reads for a few requests at a time. */
async function patiently(call, tries = 10) {
  try {
    return await call();
  } catch (refused) {
    if (refused.status !== 503 || tries === 0) throw refused;
    await new Promise((later) => setTimeout(later, 500));
    return patiently(call, tries - 1);
  }
}

function bytesOf(id) {
  const panel = h("div", { class: "why", role: "region", "aria-label": "Bytes" }, h("p", { class: "quiet" }, "Loading…"));
  patiently(() => api.deadLetter(id)).then(
    ({ text, cut, withdrawn }) => show(panel,
      withdrawn && h("p", {}, "The article was killed or held: its words are not shown."),
      text === "" && h("p", {}, "The record has no value."),
      text && h("pre", { tabindex: "0", "aria-label": "Bytes of the record" }, text),
      cut && h("p", { class: "quiet" }, "The record is longer.")),
    (refused) => show(panel, h("p", {}, refused.message)),
  );
  return panel;
}
