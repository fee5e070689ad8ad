/** "1 article", "12 articles". */
export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** Names of the types of entities. */
export const KINDS = { PER: "People", ORG: "Organisations", LOC: "Places", MISC: "Other names" };

/** Names of the type of one entity. */
export const KIND = { PER: "Person", ORG: "Organisation", LOC: "Place", MISC: "Name" };

/** The name of a source that an article does not state. */
export const UNKNOWN_SOURCE = "Unknown source";

/** Reasons why an article left its story. */
export const OUT = {
  canceled: "Withdrawn: killed",
  withheld: "Withdrawn: on hold",
  replaced: "Withdrawn: replaced by a corrected article",
  advisory: "Withdrawn: by an advisory",
  copyOfCanceled: "Withdrawn: its original was killed",
  movedStory: "Moved to another story",
  movedLane: "Moved to another lane",
  forgotten: "Expired",
};

/** Texts of notices. */
export const NOTICED = { originalKilled: "original killed", corrected: "correction sent" };

/** Causes after which the text of an article must not be shown. */
export const WITHDRAWN = new Set(["canceled", "withheld", "replaced", "advisory", "copyOfCanceled"]);

/** Returns the headline of a story, or a text for a story without one. */
export function headline(story) {
  if (story.headline) return story.headline;
  return story.status === "merged" ? "Merged into another story" : "No articles";
}

/** Returns the language of a lane; undefined if it is not named after a language. */
export function language(lane) {
  return /^[a-z]{2,3}\b/.exec(lane)?.[0];
}

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = new Set(["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** Returns the direction of the text in a lane; undefined for the direction of the page. */
export function direction(lane) {
  return RIGHT_TO_LEFT.has(language(lane ?? "")) ? "rtl" : undefined;
}

const LANGUAGES = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

/** Returns the name of a lane: that of its language, if it is named after one. */
export function laneName(lane) {
  const named = /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(lane) && lane !== "und";
  return (named && LANGUAGES.of(lane)) || lane;
}
