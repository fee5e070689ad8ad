import * as api from "./api.js";
import { ask, choices, field } from "./dialog.js";
import { h } from "./dom.js";
import { editor, setEditor, takesEdits } from "./editor.js";
import { headline } from "./words.js";

const APPLIED_WITHIN = 10_000;
const CHECK_EVERY = 500;
const STORY_KINDS = [
  ["merge", "Merge it into another story"],
  ["split", "Split articles off into a new story"],
  ["move", "Move articles to another story"],
];
const ARTICLE_KINDS = [
  ["pin", "Use its headline for the story"],
  ["split", "Split it off into a new story"],
  ["move", "Move it to another story"],
];

/** Returns the button that edits a story; nothing if the service takes no edits. */
export function editStory(story) {
  if (!takesEdits || story.articleCount === 0) return null;
  return h("button", { class: "tool", type: "button", "data-key": "edit", "aria-haspopup": "dialog",
    onclick: () => (editor() ? edit(story) : signIn(story)) }, "Edit");
}

/** Returns the button that edits an article of a story; nothing if nobody edits. */
export function editArticle(story, article) {
  if (!editor()) return null;
  return h("button", { class: "tool", type: "button", "data-key": `edit:${article.uri}`, "aria-haspopup": "dialog",
    onclick: () => edit(story, article) }, "Edit");
}

/** Returns the button that undoes an edit of a story; nothing if nobody edits. */
export function undoEdit(story, { id, by, reason }) {
  if (!editor()) return null;
  return h("button", { class: "tool", type: "button", "data-key": `undo:${id}`, "aria-haspopup": "dialog",
    onclick: () => ask("Undo an edit", `${by}: ${reason}`, [reasonField(), editorLine()], "Undo",
      (values) => send(story, { type: "undo", edit: id, reason: values.get("reason") })) }, "Undo");
}

function signIn(story) {
  ask("Edit stories", "Name and token are kept until this tab is closed.", [
    field("Your name", { name: "by", autocomplete: "name", maxlength: 200 }),
    field("Token for edits", { name: "token", type: "password", autocomplete: "off" }),
  ], "Start editing", async (values) => {
    setEditor({ name: values.get("by").trim(), token: values.get("token").trim() });
    setTimeout(() => edit(story)); // after this dialog is closed
  });
}

function edit(story, article) {
  const kinds = article
    ? ARTICLE_KINDS.filter(([kind]) => story.articleCount > 1 || kind !== "split")
    : STORY_KINDS.filter(([kind]) => story.articleCount > 1 || kind === "merge");
  const target = field("Other story", { name: "target", list: "edit-stories", placeholder: "Headline or address", autocomplete: "off" });
  const others = h("datalist", { id: "edit-stories" });
  const articles = !article && h("fieldset", { class: "articles" }, h("legend", {}, "Articles"),
    story.articles.map((member) => h("label", {},
      h("input", { type: "checkbox", name: "article", value: member.uri }),
      h("span", { dir: "auto" }, [member.source, member.headline ?? member.uri].filter(Boolean).join(": ")))));
  const shown = (kind) => {
    target.hidden = kind === "pin" || kind === "split";
    target.querySelector("input").disabled = target.hidden;
    if (articles) articles.hidden = kind === "merge";
  };
  const stories = new Map();
  api.stories({ lane: story.lane }).then(({ stories: lines }) => {
    for (const { headline: text, storyId: id } of lines) {
      // several stories may have the same headline
      if (text && id !== story.storyId) stories.set(stories.has(text) ? `${text} (${id})` : text, id);
    }
    others.append(...[...stories.keys()].map((value) => h("option", { value })));
  }, () => {});
  ask(article ? "Edit an article" : "Edit a story", article?.headline ?? headline(story),
    [choices("kind", kinds, shown), target, others, articles, reasonField(), editorLine()], "Send",
    (values) => {
      const kind = values.get("kind");
      const uris = article ? [article.uri] : values.getAll("article");
      if (kind !== "merge" && uris.length === 0) throw new Error("Choose at least one article.");
      const other = storyId(values.get("target") ?? "", stories);
      if (kind === "merge" && !other) throw new Error("Name the other story.");
      return send(story, {
        type: kind,
        reason: values.get("reason"),
        ...{
          merge: { story: story.storyId, into: other },
          split: { story: story.storyId, articles: uris },
          move: { articles: uris, story: other },
          pin: { story: story.storyId, article: uris[0] },
        }[kind],
      });
    });
}

/** Returns the id of a story, given its headline, its address or the id itself. */
function storyId(text, stories) {
  const [, id] = /\/stories\/([^/?#]+)/.exec(text) ?? [];
  return stories.get(text) ?? (id ? decodeURIComponent(id) : text.trim());
}

/** Sends an edit, and waits until the story has its events, or the edit is a dead letter. */
async function send(story, what) {
  const id = `edit-${[...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  const { name, token } = editor();
  try {
    await api.edit({ ...what, id, lane: story.lane, by: name, reason: what.reason.trim() }, token);
  } catch (refused) {
    if (refused.status !== 401) throw refused;
    setEditor(null);
    throw new Error("The token is not valid. Cancel, and choose Edit again to enter another one.");
  }
  const until = Date.now() + APPLIED_WITHIN;
  while (Date.now() < until) {
    const events = await api.events(story.storyId);
    if (events.some((event) => event.edit?.id === id)) return;
    const { deadLetters } = await api.deadLetters({ stage: "assign", limit: 20 }).catch(() => ({ deadLetters: [] }));
    const letter = deadLetters.find(({ key }) => key === id);
    if (letter) throw new Error(`The edit was refused. ${letter.reason}`);
    await new Promise((done) => setTimeout(done, CHECK_EVERY));
  }
  throw new Error(`Sent as ${id}, but not applied so far. If the lane refuses it, the list of dead letters has the reason.`);
}

function reasonField() {
  return field("Reason", { name: "reason", maxlength: 300, autocomplete: "off" },
    "It stays in the history for everyone. Do not quote articles.");
}

function editorLine() {
  return h("p", { class: "editor" }, `As ${editor().name}. `,
    h("button", { class: "tool", type: "button", onclick: (event) => {
      setEditor(null);
      event.target.closest("dialog").close();
    } }, "Stop editing"));
}
