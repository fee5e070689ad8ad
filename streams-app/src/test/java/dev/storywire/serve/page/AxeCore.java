package dev.storywire.serve.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.chrome.ChromeDriver;

/** Checks the accessibility of the page that a browser shows, by axe-core. */
final class AxeCore {
  private static final Map<String, Integer> WIDTHS = Map.of("desktop", 1400, "phone", 390);
  // less work; neither changes which violations are found
  private static final Map<String, Object> OPTIONS =
      Map.of("resultTypes", List.of("violations"), "preload", false);
  private static final String CHECK =
      """
      const [options, done] = arguments;
      axe.run(document, options).then(
        (result) => done(result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))),
        (error) => done([String(error)]))""";

  private final ChromeDriver browser;
  private final String script = script();

  AxeCore(ChromeDriver browser) {
    this.browser = browser;
    browser.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
  }

  /** Returns the violations of all rules, at both widths and in both themes. */
  List<String> violations() {
    browser.executeScript(script);
    try {
      return WIDTHS.entrySet().stream()
          .flatMap(width -> at(width.getKey(), width.getValue()).stream())
          .toList();
    } finally {
      browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  private List<String> at(String name, int width) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    theme("light");
    List<String> found = new ArrayList<>(run(name, OPTIONS));
    theme("dark"); // changes nothing but the colours
    Map<String, Object> colours = new HashMap<>(OPTIONS);
    colours.put("runOnly", List.of("color-contrast"));
    found.addAll(run(name + ", dark", colours));
    return found;
  }

  private void theme(String name) {
    browser.executeScript("document.documentElement.dataset.theme = arguments[0]", name);
  }

  private List<String> run(String view, Map<String, Object> options) {
    Object found = Objects.requireNonNull(browser.executeAsyncScript(CHECK, options));
    return ((List<?>) found).stream().map(violation -> view + ": " + violation).toList();
  }

  private static String script() {
    try (InputStream in = AxeCore.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
