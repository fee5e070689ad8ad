import * as api from "./api.js";

const PAGE = 50;
const PATIENCE = 60_000;
const TYPES = ["opened", "articleJoined", "articleRevised", "articleWithdrawn", "merged", "split", "closed", "reopened"];

/**
 * The articles and events of a long story before those that the service answers with: a snapshot has
 * the newest 50 articles, and the service keeps the last 100 events. The others are read from the log.
 */
export class Past {
  constructor() {
    this.articles = [];
    this.events = [];
    this.uris = null;
    this.shown = new Set();
    this.seq = 0;
  }

  /** Returns true if the story has articles that are not shown. */
  hasMore(story) {
    return this.uris ? this.uris.length > 0 : story.articles.length < story.articleCount;
  }

  /** Adds the next articles, latest first. Reads the log with the first ones. */
  async more(story) {
    if (!this.uris) {
      this.events = await read(story);
      const listed = new Set(story.articles.map(({ uri }) => uri));
      this.uris = [...new Set(this.events.flatMap(joined).reverse())].filter((uri) => !listed.has(uri));
    }
    const before = this.articles.length;
    do {
      this.articles.push(...await members(story, this.uris.splice(0, PAGE)));
    } while (this.uris.length > 0 && this.articles.length === before);
  }

  /** Follows a change of the story: reads the articles again that it concerns. */
  async follow(story, events) {
    const listed = new Set(story.articles.map(({ uri }) => uri));
    const concerned = new Set(this.uris ? [...this.shown].filter((uri) => !listed.has(uri)) : []);
    const known = new Set(this.articles.map(({ uri }) => uri));
    for (const event of events.filter(({ seq }) => seq > this.seq)) {
      for (const uri of [event.uri, ...(event.uris ?? [])]) if (known.has(uri)) concerned.add(uri);
    }
    this.shown = listed;
    this.seq = story.seq;
    const kept = this.articles.filter(({ uri }) => !listed.has(uri) && !concerned.has(uri));
    this.articles = [...kept, ...await members(story, [...concerned])];
  }

  /** Returns the story with all articles that are shown. */
  whole(story) {
    return { ...story, articles: [...story.articles, ...this.articles] };
  }

  /** Returns all events that are known, in order. */
  history(events) {
    const first = events[0]?.seq ?? 0;
    return [...this.events.filter(({ seq }) => seq < first), ...events];
  }
}

/** Returns the uris that an event adds to the story. */
function joined(event) {
  return event.type === "articleJoined" ? [event.uri] : event.type === "merged" && event.from ? event.uris : [];
}

/** Returns those of the articles that are in the story. */
async function members(story, uris) {
  const verdicts = await Promise.all(uris.map((uri) => api.article(uri).catch((refused) => {
    if (refused.status !== 404) throw refused;
    return null; // it has expired
  })));
  return verdicts.filter((verdict) => verdict?.status === "usable" && verdict.storyId === story.storyId);
}

/** Reads the events of a story up to its present state from the log. */
function read(story) {
  return new Promise((done, failed) => {
    const events = [];
    const source = new EventSource(`/api/story-events?after=beginning&story=${encodeURIComponent(story.storyId)}`);
    const end = (finish, value) => {
      clearTimeout(timer);
      source.close();
      finish(value);
    };
    const timer = setTimeout(() => end(failed, new Error("The log is too long to be read now.")), PATIENCE);
    source.onerror = () => end(failed, new Error("The log cannot be read now. Try again in a moment."));
    for (const type of TYPES) {
      source.addEventListener(type, ({ data }) => {
        const event = JSON.parse(data);
        events.push(event);
        if (event.seq >= story.seq) end(done, events);
      });
    }
  });
}
