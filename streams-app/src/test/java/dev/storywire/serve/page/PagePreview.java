package dev.storywire.serve.page;

import dev.storywire.serve.InMemoryQueries;
import dev.storywire.serve.TestServer;
import dev.storywire.serve.http.HttpSettings;

/**
 * Serves the page with sample stories, for work on its design. Run it by hand. It takes edits with
 * the token {@code preview}, and applies pins.
 */
final class PagePreview {
  private PagePreview() {}

  /** Serves the page on the port given as the argument. */
  public static void main(String[] args) throws InterruptedException {
    InMemoryQueries queries = new InMemoryQueries();
    SampleStories.publishTo(queries);
    int port = args.length > 0 ? Integer.parseInt(args[0]) : HttpSettings.DEFAULT_PORT;
    HttpSettings settings =
        HttpSettings.defaults().withAddress("127.0.0.1", port).withEditToken("preview");
    TestServer service = TestServer.taking(queries, settings, new SamplePins(queries));
    System.out.println("http://" + service.address());
    Thread.currentThread().join();
  }
}
