/** "1 article", "12 articles". */
export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** What an entity's type is called. */
export const KINDS = { PER: "People", ORG: "Organisations", LOC: "Places", MISC: "Other names" };

/** Why an article is in no story. */
export const OUT = {
  canceled: "Withdrawn: killed by its desk",
  withheld: "Withdrawn: on hold by its desk",
  replaced: "Withdrawn: replaced by a corrected article",
  advisory: "Withdrawn: by an advisory",
  copyOfCanceled: "Withdrawn: its original was killed",
  movedStory: "Moved to another story",
  movedLane: "Moved to another lane",
  forgotten: "Forgotten: too long ago",
};

/** What is noticed about an article that stands. */
export const NOTICED = { originalKilled: "original killed", corrected: "correction sent" };

/** Causes after which nothing of an article may be shown. */
export const WITHDRAWN = new Set(["canceled", "withheld", "replaced", "advisory", "copyOfCanceled"]);

/** What stands over a story, also where it has no words of its own any more. */
export function headline(story) {
  if (story.headline) return story.headline;
  return story.status === "merged" ? "Merged into another story" : "No articles any more";
}

/** The language that a lane is named for; undefined where it is named otherwise. */
export function language(lane) {
  return /^[a-z]{2,3}\b/.exec(lane)?.[0];
}
