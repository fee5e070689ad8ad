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
  advisory: "Withdrawn: by an advisory",
  copyOfCanceled: "Withdrawn: its original was killed",
  movedStory: "Moved to another story",
  movedLane: "Moved to another lane",
};

/** Causes after which nothing of an article may be shown. */
export const WITHDRAWN = new Set(["canceled", "withheld", "advisory", "copyOfCanceled"]);
