/** An answer that was not a success; the message is the service's own sentence. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** The list of stories. `filter` holds status, lane, entity, q and cursor, each optional. */
export function stories(filter) {
  const query = new URLSearchParams({ limit: "100" });
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return get(`/api/stories?${query}`);
}

/** A story, or the one that it was merged into. */
export function story(id) {
  return get(`/api/stories/${encodeURIComponent(id)}`);
}

/** What happened to a story; nothing where that is remembered no longer. */
export async function events(id) {
  try {
    return (await get(`/api/stories/${encodeURIComponent(id)}/events?limit=200`)).events;
  } catch (refused) {
    if (refused.status === 404) return [];
    throw refused;
  }
}

/** An article's verdict. */
export function article(uri) {
  return get(`/api/articles/${encodeURIComponent(uri)}`);
}

/** Why an article is where it is. */
export function explain(uri) {
  return get(`/api/explain/${encodeURIComponent(uri)}`);
}

/** How the service is. */
export function status() {
  return get("/api/status");
}

async function get(path) {
  let response;
  try {
    response = await fetch(path, { headers: { Accept: "application/json" } });
  } catch {
    throw new Refused(0, "The service does not answer. The page will try again.");
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, body.detail ?? `The service answered ${response.status}.`);
  return body;
}
