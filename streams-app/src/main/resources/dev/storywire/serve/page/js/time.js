const DAY = new Intl.DateTimeFormat("en-GB", {
  weekday: "long", day: "numeric", month: "long", timeZone: "UTC",
});
const SHORT_DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const YEAR = new Intl.DateTimeFormat("en-GB", { year: "numeric", timeZone: "UTC" });
const MINUTE = 60_000;

/** Formats hours and minutes in UTC. */
export function clock(instant) {
  return instant ? new Date(instant).toISOString().slice(11, 16) : "--:--";
}

/** Formats a day with its year. */
export function day(instant) {
  return instant ? `${DAY.format(new Date(instant))} ${YEAR.format(new Date(instant))}` : "Undated";
}

/** Formats a day in short form. */
export function shortDay(instant) {
  return SHORT_DAY.format(new Date(instant));
}

/** Formats the time before `now` (the newest event time). */
export function ago(instant, now) {
  const past = (new Date(now) - new Date(instant)) / MINUTE;
  if (past < 1) return "just now";
  return `${span(past)} ago`;
}

/** Formats a duration in minutes. */
export function span(minutes) {
  if (minutes < 60) return `${Math.round(minutes)} min`;
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} h`;
  return `${Math.round(minutes / 1440)} days`;
}

/** Returns the minutes between two instants. */
export function minutesBetween(from, to) {
  return (new Date(to) - new Date(from)) / MINUTE;
}

/** Returns the attributes of a <time> element, with the full time as a tooltip. */
export function stamp(instant) {
  return { datetime: instant, title: instant ? new Date(instant).toUTCString() : undefined };
}
