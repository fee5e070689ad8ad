import { h } from "./dom.js";

// scripts without spaces: each ideograph is a word, since a search finds parts of what is between spaces
const WORD = /(\p{Ideographic}|(?:(?!\p{Ideographic})[\p{L}\p{N}])+)/u;
const RUN = /[\p{L}\p{N}]+/gu;
const QUOTE = "\"“”„«»";
const PART = new RegExp(`(?:(?<=^|\\s)(-))?(?:[${QUOTE}]([^${QUOTE}]*)([${QUOTE}]?)|([^\\s${QUOTE}]+))`, "gu");

/**
 * Marks what a search has found in a text: words that begin with a word of the query, and phrases in
 * quotation marks. Words with a minus sign exclude a story, so that there is nothing to mark.
 */
export function marked(text, query) {
  const phrases = phrasesOf(query);
  if (phrases.length === 0) return text;
  // words are at the odd places
  const parts = text.split(WORD);
  const folded = parts.map(fold);
  const found = new Set();
  for (let at = 1; at < parts.length; at += 2) {
    for (const { words, begun } of phrases) {
      const matches = words.every((word, i) => {
        const other = folded[at + 2 * i] ?? "";
        return begun && i === words.length - 1 ? other.startsWith(word) : other === word;
      });
      // with the spaces between the words of a phrase
      if (matches) for (let i = 0; i < 2 * words.length - 1; i++) found.add(at + i);
    }
  }
  const nodes = [];
  for (let at = 0; at < parts.length; at++) {
    if (!found.has(at)) {
      nodes.push(parts[at]);
      continue;
    }
    let run = "";
    while (found.has(at)) run += parts[at++];
    nodes.push(h("mark", {}, run));
    at--;
  }
  return nodes;
}

/** Returns the wanted words and phrases of a query. The last word of one that is `begun` may be incomplete. */
function phrasesOf(query) {
  return [...(query ?? "").matchAll(PART)].flatMap(([, minus, phrase, end, word]) => {
    if (minus) return [];
    const runs = phrase === undefined ? word.match(RUN) ?? [] : [phrase];
    return runs.map((run) => ({ words: wordsOf(run), begun: !end })).filter(({ words }) => words.length > 0);
  });
}

function wordsOf(text) {
  return text.split(WORD).filter((_, i) => i % 2 === 1).map(fold);
}

function fold(word) {
  return word.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();
}
