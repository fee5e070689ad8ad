import * as api from "./api.js";
import { h, inward, show, svg } from "./dom.js";

const WIDTH = 320;

/** The panel with the reasons for an article, loaded when it is opened. */
export function why(uri) {
  const panel = h("div", { class: "why", dir: "ltr", role: "region", "aria-label": "Why it belongs" }, h("p", { class: "quiet" }, "Loading…"));
  api.explain(uri).then(
    (explanation) => show(panel, ...reasons(explanation)),
    (refused) => show(panel, h("p", {}, refused.message)),
  );
  return panel;
}

function reasons({ verdict, original, runnerUp, noNames, edits }) {
  const why = verdict.reasons;
  if (!why) return [h("p", {}, "There are no reasons for this article.")];
  const names = new Map(verdict.entities.map((entity) => [entity.id, entity.name]));
  const shared = why.sharedEntities.map((id) => names.get(id) ?? id);
  return [
    h("p", { class: "because" }, original && why.because.includes(original.uri) ? copied(original) : why.because),
    edits.map(({ by, reason }) => h("p", {}, `Edited by ${by}: ${reason}`)),
    noNames && h("p", { class: "quiet" }, noNames),
    why.score !== undefined && why.threshold !== undefined && gauge(why),
    h(
      "dl", {},
      shared.length > 0 && fact("Names in common", isolated(shared)),
      why.sharedTerms.length > 0 && fact("Words in common", isolated(why.sharedTerms)),
      why.hoursApart !== undefined && fact("Time apart", `${time(why.hoursApart)} from the story's latest article`),
      verdict.similarity !== undefined && fact("Text in common with its original", percent(verdict.similarity)),
      why.runnerUp && fact("Next best story", next(why.runnerUp, runnerUp)),
    ),
  ];
}

/** States which article a copy copies. */
function copied({ uri, headline, source, version, changedSince }) {
  return [
    changedSince ? "Copies an earlier version of " : "Copies ",
    h("bdi", {}, headline ? `“${headline}”` : uri), source && [" by ", h("bdi", {}, source)], ".",
    changedSince && ` The original was changed since: it has version ${version}.`,
  ];
}

/** Shows the score, the threshold and the score of the runner-up on one line. */
function gauge({ score, threshold, runnerUp }) {
  const full = Math.min(1, Math.max(score, threshold, runnerUp?.score ?? 0) * 1.2) || 1;
  const at = (value) => (Math.min(value, full) / full) * WIDTH;
  return h(
    "figure", { class: "gauge" },
    svg(
      "svg",
      { viewBox: `0 0 ${WIDTH} 16`, role: "img", "aria-label": `Score ${score.toFixed(2)}, needed ${threshold.toFixed(2)}` },
      svg("rect", { class: "track", x: 0, y: 6, width: WIDTH, height: 4 }),
      svg("rect", { class: "score", x: 0, y: 6, width: at(score), height: 4 }),
      runnerUp && svg("circle", { class: "runner-up", cx: at(runnerUp.score), cy: 8, r: 3.5 }),
      svg("rect", { class: "bar", x: at(threshold) - 1, y: 1, width: 2, height: 14 }),
    ),
    h(
      "figcaption", {},
      h("span", { class: "score" }, `score ${score.toFixed(2)}`),
      h("span", { class: "bar" }, `needed ${threshold.toFixed(2)}`),
      runnerUp && h("span", { class: "runner-up" }, `next best ${runnerUp.score.toFixed(2)}`),
    ),
  );
}

function next(runnerUp, line) {
  return inward(`/stories/${encodeURIComponent(runnerUp.storyId)}`, {}, line?.headline || runnerUp.storyId);
}

/** Lists values, each in its own direction. */
function isolated(values) {
  return values.map((value, i) => [i > 0 && ", ", h("bdi", {}, value)]);
}

function fact(term, value) {
  return h("div", {}, h("dt", {}, term), h("dd", {}, value));
}

/** Formats a share as a percentage. */
export function percent(share) {
  return `${Math.round(share * 100)}%`;
}

function time(hours) {
  const minutes = Math.round(hours * 60);
  if (minutes >= 60) return `${hours.toFixed(1)} hours`;
  return minutes === 0 ? "less than a minute" : `${minutes} min`;
}
