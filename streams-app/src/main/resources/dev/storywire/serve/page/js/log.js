import { h, inward } from "./dom.js";
import { undoEdit } from "./edit.js";
import { clock, shortDay, stamp } from "./time.js";
import { count, laneName, OUT } from "./words.js";

const SHOWN = 60;

/** Shows the latest events of a story in sentences, or all, newest first. */
export function log(story, events, all) {
  const headlines = new Map(story.articles.map((article) => [article.uri, article.headline]));
  const newestFirst = [...events].reverse().slice(0, all ? events.length : SHOWN);
  return h("ol", { class: "log" }, newestFirst.map((event, i) => {
    const today = shortDay(event.at);
    return [
      (i === 0 || shortDay(newestFirst[i - 1].at) !== today) && h("li", { class: "on" }, today),
      h(
        "li", { class: event.type },
        h("time", stamp(event.at), clock(event.at)),
        h("p", { title: headlines.get(event.uri) }, sentence(event)),
        event.edit && newestFirst[i - 1]?.edit?.id !== event.edit.id &&
          h("p", { class: "edited" }, `${event.edit.by}: ${event.edit.reason} `, undoEdit(story, event.edit)),
      ),
    ];
  }));
}

function sentence(event) {
  switch (event.type) {
    case "opened":
      return event.splitFrom ? ["Split from ", to(event.splitFrom, "another story")] : "Story opened";
    case "articleJoined":
      return [h("b", {}, event.source ?? "An article"), event.relation === "copy" ? " ran a copy" : " joined"];
    case "articleRevised":
      if (event.related) return ["Related to a story in ", h("b", {}, laneName(event.related.lane))];
      return [h("b", {}, event.source ?? "An article"), event.edit ? " revised by an editor" : ` sent version ${event.version}`];
    case "articleWithdrawn":
      return OUT[event.cause] ?? "An article left";
    case "merged":
      return event.into
        ? ["Merged into ", to(event.into, "another story")]
        : ["Merged with ", to(event.from, "another story"), ` with ${count(event.uris.length, "article")}`];
    case "split":
      return [`${count(event.uris.length, "article")} split off into `, to(event.into, "a new story")];
    case "closed":
      return event.reason === "empty" ? "Closed: no articles left" : "Closed: no new articles";
    case "reopened":
      return "Reopened";
    default:
      return event.type;
  }
}

function to(storyId, label) {
  return inward(`/stories/${encodeURIComponent(storyId)}`, {}, label);
}
