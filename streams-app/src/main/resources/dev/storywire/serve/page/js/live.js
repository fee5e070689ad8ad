const FIRST_RETRY = 1_000;
const LAST_RETRY = 30_000;
const EVENTS = ["hello", "story", "retired", "lost"];

/**
 * Listens to the stream of story changes while the page is open.
 *
 * A browser opens at most six connections to a host over HTTP/1.1, so all tabs share one stream:
 * the tab that holds a lock reads it and passes each event on. When that tab closes, the browser
 * releases the lock and another tab takes over.
 *
 * @param on listeners: `hello` after each (re)connection, `story` with a line, `retired` with an id,
 *   `lost` when the stream was interrupted
 */
export function listen(on) {
  if (!navigator.locks || !window.BroadcastChannel) {
    follow(on);
    return;
  }
  const channel = new BroadcastChannel("storywire-events");
  let leading = false;
  let connected = false;
  channel.onmessage = ({ data: [name, value] }) => {
    if (name === "join") {
      if (leading && connected) channel.postMessage(["hello"]);
    } else if (!leading) on[name](value);
  };
  channel.postMessage(["join"]);
  navigator.locks.request("storywire-events", () => {
    leading = true;
    const shared = Object.fromEntries(EVENTS.map((name) => [name, (value) => {
      if (name === "hello" || name === "lost") connected = name === "hello";
      on[name](value);
      channel.postMessage([name, value]);
    }]));
    // held until the tab closes
    return new Promise(() => follow(shared));
  });
}

/** Reads the stream, and reconnects after an interruption. */
function follow(on) {
  let retry = FIRST_RETRY;
  let source = null;
  const connect = () => {
    source = new EventSource("/api/events");
    source.addEventListener("hello", () => {
      retry = FIRST_RETRY;
      on.hello();
    });
    source.addEventListener("story", (event) => on.story(JSON.parse(event.data)));
    source.addEventListener("retired", (event) => on.retired(JSON.parse(event.data).storyId));
    source.onerror = () => {
      source.close();
      on.lost();
      setTimeout(connect, retry * (0.75 + Math.random() / 2));
      retry = Math.min(retry * 2, LAST_RETRY);
    };
  };
  connect();
  window.addEventListener("pagehide", () => source.close());
  window.addEventListener("pageshow", (event) => event.persisted && connect());
}
