const KEY = "storywire.zone";
const LOCAL = "local";

/** Returns the time zone of the page: UTC, or that of the browser if the reader has chosen it. */
export function zone() {
  return localStorage.getItem(KEY) === LOCAL ? undefined : "UTC";
}

/** Returns the name of the time zone at an instant, such as "UTC" or "CET". */
export function zoneName(instant) {
  if (zone()) return zone();
  const parts = new Intl.DateTimeFormat("en-GB", { timeZoneName: "short" }).formatToParts(new Date(instant));
  return parts.find(({ type }) => type === "timeZoneName").value;
}

/** A button that switches between UTC and local time. Calls `changed` after each switch. */
export function zoneButton(button, changed) {
  const label = () => {
    button.textContent = zone() ? "UTC" : "Local";
    button.title = zone() ? "Times are in UTC. Show local times." : "Times are local. Show UTC.";
    button.setAttribute("aria-label", button.title);
  };
  button.addEventListener("click", () => {
    localStorage.setItem(KEY, zone() ? LOCAL : "utc");
    label();
    changed();
  });
  label();
}
