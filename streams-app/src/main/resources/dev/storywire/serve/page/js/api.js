/** An error response. The message is that of the service. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Lets this browser read with a token, if the service needs one. */
export async function signIn(token) {
  try {
    await call("/api/session", { method: "POST", headers: { Authorization: `Bearer ${token}` } });
  } catch (refused) {
    throw refused.status === 401 ? new Refused(401, "The token is wrong.") : refused;
  }
}

/** Returns the list of stories. `filter` has the parameters of the API, all optional. */
export function stories(filter) {
  const query = new URLSearchParams({ limit: "100" });
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return call(`/api/stories?${query}`);
}

/** Returns the number of articles by hour in the list. */
export function volume(filter) {
  return call(`/api/volume?${new URLSearchParams(Object.entries(filter).filter(([, value]) => value))}`);
}

/** Returns an entity with its first stories. */
export function entity(id) {
  return call(`/api/entities/${encodeURIComponent(id)}`);
}

/** Returns a story, or the one that it was merged into. */
export function story(id) {
  return call(`/api/stories/${encodeURIComponent(id)}`);
}

/** Returns the events of a story; empty if it has retired. */
export async function events(id) {
  try {
    return (await call(`/api/stories/${encodeURIComponent(id)}/events?limit=200`)).events;
  } catch (refused) {
    if (refused.status === 404) return [];
    throw refused;
  }
}

/** Returns the verdict on an article. */
export function article(uri) {
  return call(`/api/articles/${encodeURIComponent(uri)}`);
}

/** Returns the explanation of a verdict. */
export function explain(uri) {
  return call(`/api/explain/${encodeURIComponent(uri)}`);
}

/** Returns the changes between the latest two versions of an article. */
export function changes(uri) {
  return call(`/api/changes/${encodeURIComponent(uri)}`);
}

/** Returns a page of dead letters. */
export function deadLetters(query) {
  return call(`/api/dead-letters?${new URLSearchParams(Object.entries(query).filter(([, value]) => value))}`);
}

/** Returns a dead letter with its bytes. */
export function deadLetter(id) {
  return call(`/api/dead-letters/${encodeURIComponent(id)}`);
}

/** Returns the status of the service. */
export function status() {
  return call("/api/status");
}

/** Sends an edit, which the service stores. */
export function edit(edit, token) {
  return call("/api/edits", {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
    body: JSON.stringify(edit),
  });
}

async function call(path, request = { headers: { Accept: "application/json" } }) {
  let response;
  try {
    response = await fetch(path, request);
  } catch {
    throw new Refused(0, "The service does not answer. The page will try again.");
  }
  const body = await response.json().catch(() => ({}));
  if (response.status === 401 && !request.method) window.dispatchEvent(new Event("signedout"));
  if (!response.ok) throw new Refused(response.status, body.detail ?? body.reason ?? `The service answered ${response.status}.`);
  return body;
}
