const FIRST_RETRY = 1_000;
const LAST_RETRY = 30_000;

/**
 * Listens to the stream of story changes, for as long as the page is open.
 *
 * @param on listeners: `hello` after each (re)connection, `story` with a line, `retired` with an id,
 *   `lost` when the stream broke
 */
export function listen(on) {
  let retry = FIRST_RETRY;
  const connect = () => {
    const source = new EventSource("/api/events");
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
}
