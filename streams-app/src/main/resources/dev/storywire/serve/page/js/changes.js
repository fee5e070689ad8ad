import * as api from "./api.js";
import { h, show } from "./dom.js";
import { clock, shortDay, stamp } from "./time.js";

/** The panel with what the latest version of an article has changed, loaded when it is opened. */
export function changes(uri, lang) {
  const panel = h("div", { class: "why changes", dir: "ltr", role: "region", "aria-label": "What changed" }, h("p", { class: "quiet" }, "Loading…"));
  api.changes(uri).then(
    (answer) => show(panel, ...content(answer, lang)),
    (refused) => show(panel, h("p", {}, refused.message)),
  );
  return panel;
}

function content({ from, to, headline, text, more }, lang) {
  const same = [...headline, ...text].every(({ kind }) => kind === "same");
  return [
    h("p", { class: "quiet" }, `From version ${from.version} of `, time(from), ` to version ${to.version} of `, time(to)),
    same && h("p", {}, "The words are the same."),
    headline.some(({ kind }) => kind !== "same") && h("p", { class: "changed title", dir: "auto", lang }, headline.map(passage)),
    text.length > 0 && h("p", { class: "changed", dir: "auto", lang }, text.map(passage)),
    more && h("p", { class: "quiet" }, "There are further changes."),
  ];
}

function time({ at }) {
  return h("time", stamp(at), `${shortDay(at)}, ${clock(at)}`);
}

/** Shows a passage. Screen readers do not announce <del> and <ins>, so words say it to them. */
function passage({ kind, text }) {
  const unseen = (words) => h("span", { class: "unseen", lang: "en" }, words);
  if (kind === "removed") return [h("del", {}, unseen("removed: "), text), unseen("; "), " "];
  if (kind === "added") return [h("ins", {}, unseen("inserted: "), text), unseen("; "), " "];
  return [text, " "];
}
