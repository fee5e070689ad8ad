import * as api from "./api.js";
import { DeadLetterView } from "./deadletters.js";
import { ask as askFor, field } from "./dialog.js";
import { EntityView } from "./entity.js";
import { announceFeeds } from "./feeds.js";
import { filterOf, listPath, mustAsk, showFilters } from "./filters.js";
import { StoryList } from "./list.js";
import { listen } from "./live.js";
import { refresh } from "./related.js";
import { StoryView } from "./story.js";
import { theme } from "./theme.js";
import { fullTime } from "./time.js";
import { zoneButton } from "./zone.js";

const RELOAD_AFTER = 800;
const VIEWS = { stories: "Story", entities: "Name", "dead-letters": "Dead letters" };
const STATUS_EVERY = 10_000;
const COUNT_EVERY = 5_000;

const part = (id) => document.getElementById(id);
const desk = part("desk");
const search = part("search");
const pulse = part("pulse");

const list = new StoryList(part("stories"), () => found(), () => scrolled() > 160);
const story = new StoryView(part("story"), () => list.eventTime);
const entity = new EntityView(part("story"));
const letters = new DeadLetterView(part("story"));
const VIEW = /^\/(?:(stories|entities)\/(.+)|(dead-letters))$/;
let filter = {};
let lanes = [];
let connected = false;
let everConnected = false;
let service = null;
// where the reader has left the list
let top = 0;
let hold = () => {};

/** Shows the page for the current URL. */
async function route(scroll = 0) {
  const asked = new URLSearchParams(location.search);
  const [, named, encoded, other] = location.pathname.match(VIEW) ?? [];
  const kind = named ?? other;
  // the list is hidden beside a story on a phone, and cannot be the main part of the page then
  part("stories").setAttribute("role", kind ? "region" : "main");
  part("story").setAttribute("role", kind ? "main" : "region");
  part("skip").setAttribute("href", kind ? "#story" : "#stories");
  if (kind) {
    desk.classList.add("reading");
    part("story").hidden = false;
    part("story").setAttribute("aria-label", VIEWS[kind]);
    if (kind === "dead-letters") {
      story.clear();
      entity.clear();
      list.mark(null);
      announceFeeds("/");
      await letters.load(asked.get("code"));
      return;
    }
    const id = decodeURIComponent(encoded);
    letters.clear();
    if (kind === "entities") {
      story.clear();
      list.mark(null);
      announceFeeds(location.pathname);
      await entity.load(id);
      return;
    }
    entity.clear();
    list.mark(id);
    const shown = await story.load(id, asked.get("article"));
    if (shown !== id && story.id === shown) {
      history.replaceState(null, "", `/stories/${encodeURIComponent(shown)}`);
      list.mark(shown);
    }
    announceFeeds(location.pathname);
    return;
  }
  document.title = "Storywire";
  const read = story.id;
  desk.classList.remove("reading");
  part("story").hidden = true;
  story.clear();
  entity.clear();
  letters.clear();
  list.mark(null);
  const next = filterOf(location.search);
  if (listPath(next) !== listPath(filter)) {
    filter = next;
    if (document.activeElement !== search) search.value = filter.q;
    await list.load(filter);
  }
  announceFeeds(listPath(filter));
  window.scrollTo({ top: scroll });
  if (scroll > 0) hold();
  if (document.activeElement !== search) list.focus(read);
}

/** Returns how far the list is scrolled, or was when the reader left it. */
function scrolled() {
  return desk.classList.contains("reading") ? top : window.scrollY;
}

function go(path, replace) {
  if (!desk.classList.contains("reading")) {
    top = window.scrollY;
    hold = list.hold();
  }
  const reading = VIEW.test(new URL(path, location.origin).pathname);
  history[replace ? "replaceState" : "pushState"](null, "", path);
  route(path === listPath(filter) ? top : 0);
  if (reading) {
    window.scrollTo({ top: 0 });
    part("story").focus({ preventScroll: true });
  }
}

/** Returns to the list, with the same filter and scroll position, and the focus on the row of the story. */
function leave() {
  go(listPath(filter));
}

function found() {
  part("clock").textContent = list.eventTime ? fullTime(list.eventTime) : "";
  list.showWaiting();
  later("filters", 300, () => showFilters(part("filters"), filter, lanes, list.lines.values()));
}

/** Shows the status of the service in the masthead. */
function feel() {
  const [mood, words] = !connected
    ? ["lost", everConnected ? "Reconnecting…" : "Connecting…"]
    : service && service.state !== "RUNNING"
      ? ["waiting", service.state.toLowerCase()]
      : service?.lag > 500
        ? ["waiting", `${service.lag.toLocaleString("en")} to read`]
        : ["live", "Live"];
  pulse.className = `pulse ${mood}`;
  pulse.textContent = words;
  pulse.title = service?.message ?? "";
}

async function ask() {
  try {
    service = await api.status();
    lanes = service.lanes;
    desk.classList.toggle("many-lanes", lanes.length > 1);
  } catch {
    service = null;
  }
  feel();
}

const timers = new Map();
/** Debounces a function. */
function later(what, wait, work) {
  if (timers.has(what)) return;
  timers.set(what, setTimeout(() => {
    timers.delete(what);
    work();
  }, wait));
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-link]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  if (link.classList.contains("back")) leave();
  else go(link.getAttribute("href"));
});

document.addEventListener("keydown", (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.target === search) {
    if (event.key === "Escape") search.blur();
    return;
  }
  const keys = {
    "/": () => search.focus(),
    j: () => list.step(1),
    k: () => list.step(-1),
    Escape: () => desk.classList.contains("reading") && leave(),
  };
  if (!keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});

search.addEventListener("input", () =>
  later("search", 250, () => go(listPath({ ...filter, q: search.value.trim() }), true)));
window.addEventListener("popstate", () => route(top));
window.addEventListener("signedout", () => {
  if (document.querySelector("dialog[open]")) return;
  askFor("Sign in", "This service needs a token for reading. The browser keeps it until it is closed.", [
    field("Token for reading", { name: "token", type: "password", autocomplete: "current-password" }),
  ], "Sign in", async (values) => {
    await api.signIn(values.get("token").trim());
    location.reload();
  });
});
window.addEventListener("editor", () => story.id && story.load(story.id));

/** Reads again what is shown. */
function reload() {
  list.load(filter);
  if (story.id) story.load(story.id);
  if (entity.id) entity.load(entity.id);
  if (letters.code !== null) letters.load(letters.code);
}

listen({
  hello: () => {
    connected = everConnected = true;
    feel();
    reload();
  },
  story: (line) => {
    list.update(line);
    refresh(line);
    later("volume", COUNT_EVERY, () => list.count());
    if (mustAsk(filter)) later("list", RELOAD_AFTER, () => list.load(filter));
    if (line.storyId === story.id) later("story", RELOAD_AFTER, () => story.id && story.load(story.id));
    if (entity.concerns(line)) later("entity", RELOAD_AFTER, () => entity.id && entity.load(entity.id));
  },
  retired: (storyId) => list.remove(storyId),
  lost: () => {
    connected = false;
    feel();
  },
});

theme(part("theme"));
zoneButton(part("zone"), reload);
feel();
ask();
setInterval(ask, STATUS_EVERY);
filter = filterOf(location.search);
search.value = filter.q;
list.load(filter).then(() => route());
