package dev.storywire.serve;

import dev.storywire.serve.http.HttpSettings;

/** Serves the page over the sample desk, for whoever works on its looks; run by hand. */
final class PagePreview {
  private PagePreview() {}

  /** Takes the port to listen on. */
  public static void main(String[] args) throws InterruptedException {
    Newsroom newsroom = new Newsroom();
    SampleDesk.tellTo(newsroom);
    int port = args.length > 0 ? Integer.parseInt(args[0]) : HttpSettings.DEFAULT_PORT;
    Service service = Service.over(newsroom, port);
    System.out.println("http://" + service.address());
    Thread.currentThread().join();
  }
}
