const DAY = new Intl.DateTimeFormat("en-GB", {
  weekday: "long", day: "numeric", month: "long", timeZone: "UTC",
});
const SHORT_DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const YEAR = new Intl.DateTimeFormat("en-GB", { year: "numeric", timeZone: "UTC" });
const MINUTE = 60_000;

/** Hours and minutes, UTC: the wire's own time. */
export function clock(instant) {
  return instant ? new Date(instant).toISOString().slice(11, 16) : "--:--";
}

/** The day in words, with its year. */
export function day(instant) {
  return instant ? `${DAY.format(new Date(instant))} ${YEAR.format(new Date(instant))}` : "Undated";
}

/** The day as short as a column is. */
export function shortDay(instant) {
  return SHORT_DAY.format(new Date(instant));
}

/** How long before `now` (the newest event time) something was. */
export function ago(instant, now) {
  const past = (new Date(now) - new Date(instant)) / MINUTE;
  if (past < 1) return "just now";
  return `${span(past)} ago`;
}

/** A time between, given in minutes. */
export function span(minutes) {
  if (minutes < 60) return `${Math.round(minutes)} min`;
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} h`;
  return `${Math.round(minutes / 1440)} days`;
}

/** Minutes from one instant to another. */
export function minutesBetween(from, to) {
  return (new Date(to) - new Date(from)) / MINUTE;
}

/** The instant as a machine reads it, with the full time where a pointer rests. */
export function stamp(instant) {
  return { datetime: instant, title: instant ? new Date(instant).toUTCString() : undefined };
}
