import { zone, zoneName } from "./zone.js";

const MINUTE = 60_000;

/** Formats hours and minutes. */
export function clock(instant) {
  return instant ? format(instant, { hour: "2-digit", minute: "2-digit" }) : "--:--";
}

/** Formats a time within the last day before `now` as a clock, and an earlier one as a day. */
export function when(instant, now) {
  return !now || minutesBetween(instant, now) < 1440 ? clock(instant) : shortDay(instant);
}

/** Formats a day with its year. */
export function day(instant) {
  if (!instant) return "Undated";
  return `${format(instant, { weekday: "long", day: "numeric", month: "long" })} ${format(instant, { year: "numeric" })}`;
}

/** Formats a day in short form. */
export function shortDay(instant) {
  return format(instant, { day: "numeric", month: "short" });
}

/** Formats a day in UTC in short form. */
export function utcDay(instant) {
  return formatter("UTC", { day: "numeric", month: "short" }).format(new Date(instant));
}

/** Formats a day and a time, with the name of the time zone. */
export function fullTime(instant) {
  return `${day(instant)}, ${clock(instant)} ${zoneName(instant)}`;
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
  return { datetime: instant, title: instant ? fullTime(instant) : undefined };
}

function format(instant, fields) {
  return formatter(zone(), fields).format(new Date(instant));
}

const formatters = new Map();
/** Returns a formatter, which is costly to create. */
function formatter(timeZone, fields) {
  const key = `${timeZone} ${Object.keys(fields)}`;
  if (!formatters.has(key)) formatters.set(key, new Intl.DateTimeFormat("en-GB", { timeZone, ...fields }));
  return formatters.get(key);
}
