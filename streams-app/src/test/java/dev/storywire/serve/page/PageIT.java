package dev.storywire.serve.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storywire.Requires;
import dev.storywire.schemas.ArticleVerdictBuilder;
import dev.storywire.schemas.Entity;
import dev.storywire.schemas.RelatedStory;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryBuilder;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.InMemoryQueries;
import dev.storywire.serve.SampleStory;
import dev.storywire.serve.StoryFixtures;
import dev.storywire.serve.TestServer;
import dev.storywire.serve.http.HttpSettings;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Tests the page in a browser; needs Chromium. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PageIT {
  private static final File BROWSER = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");

  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  @TempDir static Path profile;
  private static ChromeDriver browser;

  private final InMemoryQueries queries = new InMemoryQueries();
  private TestServer service;

  @BeforeAll
  static void openBrowser() {
    Requires.programs(BROWSER.toPath(), DRIVER.toPath());
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build(),
            new ChromeOptions()
                .setBinary(BROWSER)
                .addArguments(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--window-size=1400,1000",
                    "--user-data-dir=" + profile));
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void start() {
    service = TestServer.over(queries);
  }

  @AfterEach
  void stop() {
    browser.get("about:blank");
    errors();
    service.close();
  }

  @Test
  void listsStoriesAndOpensOne() {
    SampleStories.publishTo(queries);
    open("/");
    until(() -> headlines().size() == 12);
    assertThat(headlines().get(1)).startsWith("Harbour bridge in Lindhamn closed");

    click(".row:nth-child(2) .row-link");

    until(() -> text("#story h1").startsWith("Harbour bridge in Lindhamn closed"));
    assertThat(browser.getCurrentUrl()).endsWith("/stories/20260302T0914-k7mq2xw4");
    assertThat(text(".summary")).contains("the port authority said");
    assertThat(browser.findElements(By.cssSelector(".timeline .entry"))).hasSize(9);
    assertThat(text(".gone")).contains("Withdrawn");
    assertThat(errors()).isEmpty();
  }

  @Test
  void showsAChangeWithoutBeingReloaded() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    open("/");
    until(() -> text("#pulse").equals("Live"));
    browser.executeScript("window.notReloaded = true");

    queries.publish(StoryFixtures.open("s2", "Ferry delayed", 10));
    until(() -> headlines().equals(List.of("Ferry delayed", "Bridge closed")));
    queries.publish(StoryFixtures.story("s1", 5, Story.Status.OPEN, null, "Bridge open again", 20));
    until(() -> headlines().equals(List.of("Bridge open again", "Ferry delayed")));
    queries.retire("s2");
    until(() -> headlines().equals(List.of("Bridge open again")));

    assertThat(browser.executeScript("return window.notReloaded")).isEqualTo(true);
  }

  @Test
  void settlesAfterManyChanges() {
    open("/");
    until(() -> text("#pulse").equals("Live"));

    for (int i = 1; i <= 3_000; i++) {
      queries.publish(StoryFixtures.open("s" + i % 700, "Story " + i, i));
    }

    until(() -> !headlines().isEmpty() && headlines().get(0).equals("Story 3000"));
    assertThat(headlines().size()).isLessThanOrEqualTo(400);
    assertThat(headlines()).doesNotHaveDuplicates();
  }

  @Test
  void keepsEightTabsLiveOverOneStream() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    String first = browser.getWindowHandle();
    open("/");
    until(() -> text("#pulse").equals("Live"));
    for (int i = 0; i < 7; i++) {
      browser.switchTo().newWindow(WindowType.TAB);
      open("/");
      until(() -> text("#pulse").equals("Live") && headlines().size() == 1);
    }
    queries.publish(StoryFixtures.open("s2", "Ferry delayed", 10));
    until(() -> headlines().size() == 2);

    // the tab that reads the stream is closed: another takes over
    String last = browser.getWindowHandle();
    browser.switchTo().window(first).close();
    browser.switchTo().window(last);
    queries.publish(StoryFixtures.open("s3", "Strike ends", 20));
    until(() -> headlines().size() == 3);
    for (String tab : List.copyOf(browser.getWindowHandles())) {
      if (!tab.equals(last)) {
        browser.switchTo().window(tab).close();
      }
    }
    browser.switchTo().window(last);
  }

  @Test
  void keepsThePagesAndTheScrollPosition() {
    for (int i = 0; i < 350; i++) {
      queries.publish(StoryFixtures.open("s" + i, "Story " + i, i));
    }
    open("/?entity=tove-lind");
    until(() -> headlines().size() == 100);
    for (int rows = 200; rows <= 300; rows += 100) {
      browser.executeScript("document.querySelector('.more').click()");
      int shown = rows;
      until(() -> headlines().size() == shown);
    }
    browser.executeScript("window.scrollTo(0, 3000)");

    queries.publish(StoryFixtures.story("s5", 9, Story.Status.OPEN, null, "Story 5 again", 400));
    until(() -> headlines().get(0).equals("Story 5 again"));

    assertThat(headlines()).hasSize(300);
    Object y = browser.executeScript("return Math.round(window.scrollY)");
    assertThat(((Number) Objects.requireNonNull(y)).intValue()).isBetween(2_700, 3_300);
  }

  @Test
  void leadsToAllStoriesAfterManyChanges() {
    publish(0, 250);
    open("/");
    until(() -> headlines().size() == 100 && text("#pulse").equals("Live"));

    // a few at a time: the page reads the list again after many at once
    for (int i = 250; i < 700; i += 10) {
      publish(i, i + 10);
      String last = "Story " + (i + 9);
      until(() -> headlines().get(0).equals(last));
    }
    until(() -> !clicked(".more:not([hidden])"));

    List<String> expected =
        IntStream.iterate(699, i -> i >= 0, i -> i - 1).mapToObj(i -> "Story " + i).toList();
    until(() -> headlines().size() >= 700);
    assertThat(headlines()).isEqualTo(expected);
  }

  @Test
  void keepsTheFocusAndTheRowsInPlaceWhenTheListIsReadAgain() {
    publish(0, 150);
    open("/?entity=tove-lind");
    until(() -> headlines().size() == 100 && text("#pulse").equals("Live"));
    one("body").sendKeys("jj");
    publish(150, 152);
    until(() -> headlines().get(0).equals("Story 151"));
    assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Story 148");

    browser.executeScript("window.scrollTo(0, 3000)");
    long before = topOf("Story 120");
    publish(152, 160);
    until(() -> headlines().get(0).equals("Story 159"));
    assertThat(topOf("Story 120")).isCloseTo(before, within(2L));
  }

  @Test
  void keepsTheRowsInPlaceWhileAStoryIsRead() {
    publish(0, 150);
    open("/");
    until(() -> headlines().size() == 100 && text("#pulse").equals("Live"));
    browser.executeScript("window.scrollTo(0, 3000)");
    long before = topOf("Story 120");
    for (boolean byKey : List.of(true, false)) {
      clicked("[data-story=s120] .row-link");
      until(() -> text("#story h1").equals("Story 120"));
      int first = byKey ? 150 : 170;
      publish(first, first + 20);
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());

      if (byKey) {
        browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
      } else {
        browser.navigate().back();
      }

      until(() -> browser.switchTo().activeElement().getText().equals("Story 120"));
      assertThat(topOf("Story 120")).isCloseTo(before, within(2L));
    }
    assertThat(text(".pill")).startsWith("40 stories changed");
  }

  @Test
  void fitsTheWindowAndRestoresTheScrollPosition() {
    String word = "x".repeat(400);
    queries.publish(StoryFixtures.open("s1", word, 0));
    for (String path : List.of("/", "/stories/s1")) {
      open(path);
      until(() -> !browser.findElements(By.cssSelector("h1, .row h2")).isEmpty());
      until(() -> browser.getPageSource().contains(word));
      Object over =
          browser.executeScript(
              "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
      assertThat(((Number) Objects.requireNonNull(over)).intValue())
          .as(path)
          .isLessThanOrEqualTo(0);
    }
    open("/?entity=tove-lind");
    until(() -> !headlines().isEmpty());
    click(".row-link");
    until(() -> text(".head h1").equals(word));
    one("body").sendKeys(Keys.ESCAPE);
    until(() -> browser.getCurrentUrl().endsWith("/?entity=tove-lind"));
    assertThat(browser.switchTo().activeElement().getAttribute("class")).contains("row-link");
  }

  @Test
  void showsUnknownSourcesOldStoriesAndOtherDirections() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    Story old = StoryFixtures.open("s2", "سفينة في الميناء", -3_000);
    Story.Member member = old.articles().get(0);
    queries.publish(
        StoryBuilder.builder(old)
            .lane("ar")
            .articles(
                List.of(
                    new Story.Member(
                        member.uri(),
                        1,
                        member.relation(),
                        null,
                        null,
                        member.headline(),
                        null,
                        member.publishedAt(),
                        List.of())))
            .build());
    open("/");
    until(() -> text(".row:nth-child(1) .when time").equals("12:00"));
    until(() -> text(".row:nth-child(2) .when time").equals("28 Feb"));
    until(() -> text(".row:nth-child(2) .sources").equals("Unknown source"));
    until(() -> clicked(".row:nth-child(2) .row-link"));
    until(() -> text(".entry .source").equals("Unknown source"));
    assertThat(one(".entry").getAttribute("dir")).isEqualTo("rtl");
  }

  @Test
  void showsTheEarlierArticlesOfALongStory() {
    SampleStory tale = new SampleStory(queries, "s1", "en", "Bridge closed");
    for (int i = 1; i <= 120; i++) {
      tale.article(200 - i, "Harbour Wire", "Report " + i);
    }
    Story all = tale.publishAs(Story.Status.OPEN);
    Story listed = StoryBuilder.builder(all).articles(all.articles().subList(0, 50)).build();
    queries.publish(listed);
    String moved = "urn:wire:s1:69";
    queries.publish(
        ArticleVerdictBuilder.builder(queries.article(moved).orElseThrow())
            .storyId("another")
            .build());
    open("/stories/s1");
    until(() -> count(".entry") == 50 && text("#pulse").equals("Live"));
    assertThat(text(".timeline")).contains("Shows 50 of 120 articles");

    until(() -> clicked("[data-key=earlier]"));
    until(() -> count(".entry") > 50);
    int afterOne = count(".entry");
    until(() -> clicked("[data-key=earlier]") || count(".entry") == 119);
    until(() -> count(".entry") == 119);

    assertThat(afterOne).isEqualTo(99);
    assertThat(browser.findElements(By.cssSelector("[data-key=earlier]"))).isEmpty();
    assertThat(text(".entry:last-child .title")).isEqualTo("Report 1");
    assertThat(text(".timeline")).contains("Report 70").doesNotContain("Report 69\n");
    assertThat(count(".log li")).isGreaterThan(120);

    // a kill of an article that is no longer in the snapshot
    String killed = "urn:wire:s1:9";
    queries.publish(StoryFixtures.killed(killed, "x"));
    queries.publish(
        new StoryEvent.ArticleWithdrawn(
            "s1",
            all.seq() + 1,
            StoryFixtures.NOON,
            "en",
            killed,
            2,
            StoryEvent.ArticleWithdrawn.Cause.CANCELED,
            null));
    queries.publish(StoryBuilder.builder(listed).seq(all.seq() + 1).articleCount(119).build());
    until(() -> !text(".timeline").contains("Report 9\n"));
    assertThat(text(".timeline")).contains("Report 8", "Report 10", "Withdrawn: killed");
    assertThat(errors()).isEmpty();
  }

  @Test
  void leadsBackFromAStoryAndFromAnEmptyList() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    open("/?q=bridge");
    until(() -> clicked(".row-link"));
    until(() -> clicked(".back"));
    until(() -> browser.getCurrentUrl().endsWith("/?q=bridge"));
    open("/?q=" + "x".repeat(300));
    until(() -> text("#stories .empty").contains("at most"));
    open("/?q=nothing-like-it");
    until(() -> clicked("#stories .empty a"));

    until(() -> headlines().equals(List.of("Bridge closed")));
    assertThat(one("#search").getAttribute("value")).isEmpty();
  }

  @Test
  void removesAKilledArticleFromAnOpenStory() {
    queries.publish(StoryFixtures.open("s1", "Unspeakable", 0));
    open("/stories/s1");
    until(() -> text("#story h1").equals("Unspeakable") && text("#pulse").equals("Live"));

    queries.publish(StoryFixtures.emptied("s1", 9));

    until(() -> !browser.findElement(By.tagName("body")).getText().contains("Unspeakable"));
    assertThat(browser.getTitle()).doesNotContain("Unspeakable");
  }

  @Test
  void doesNotRunScriptsOfArticles() {
    String hostile =
        "<script>window.ran=1</script><img src=x onerror=window.ran=2>"
            + "<a href=javascript:window.ran=3>&lt;b&gt;";
    SampleStory tale =
        new SampleStory(queries, "s1", hostile, hostile)
            .article(20, hostile, hostile)
            .article(10, hostile, hostile)
            .sentence(hostile, 0)
            .name(Entity.Type.PER, hostile, 2)
            .words(hostile);
    tale.publishAs(Story.Status.OPEN);
    open("/");
    until(() -> headlines().equals(List.of(hostile)));
    click(".row-link");
    until(() -> text("#story h1").equals(hostile));
    click(".toggle");
    until(() -> !browser.findElements(By.cssSelector(".because")).isEmpty());

    assertThat(browser.executeScript("return window.ran")).isNull();
    assertThat(browser.findElements(By.cssSelector("#desk script, #desk img"))).isEmpty();
    assertThat(browser.findElements(By.cssSelector("a[href^='javascript']"))).isEmpty();
  }

  @Test
  void showsTheReasonsForAnArticle() {
    SampleStories.publishTo(queries);
    open("/stories/20260302T0914-k7mq2xw4?article=urn:wire:20260302T0914-k7mq2xw4:9");

    until(() -> !browser.findElements(By.cssSelector(".why .gauge")).isEmpty());
    assertThat(text(".why")).contains("needed 0.16", "next best 0.09", "Ferry crews call");
    assertThat(text(".why")).contains("Lindhamn, Tove Lind");
  }

  @Test
  void showsCopiesWithTheirSimilarity() {
    SampleStories.publishTo(queries);
    open("/stories/20260302T0914-k7mq2xw4");
    until(() -> !browser.findElements(By.cssSelector("[data-key^='copies:']")).isEmpty());

    click("[data-key='copies:urn:wire:20260302T0914-k7mq2xw4:1']");

    until(() -> text(".copies").contains("91% the same"));
    assertThat(text(".copies")).contains("Coast Courier", "Meridian News", "100% the same");
    assertThat(text(".tree")).contains("Harbour Wire", "Coast Courier after 8 min");
    assertThat(text(".shares")).contains("Coast Courier", "2 copied");
  }

  @Test
  void pinsAHeadlineAsAnEditor() {
    service.close();
    SampleStories.publishTo(queries);
    HttpSettings settings =
        HttpSettings.defaults().withAddress("127.0.0.1", 0).withEditToken("secret");
    service = TestServer.taking(queries, settings, new SamplePins(queries));
    open("/stories/20260302T0730-3rdz8hbn");
    until(() -> clicked(".slug [data-key=edit]"));
    one("dialog input[name=by]").sendKeys("Ada Lind");
    one("dialog input[name=token]").sendKeys("secret\n");
    until(() -> text("dialog h2").equals("Edit a story"));
    browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
    until(() -> clicked("[data-key='edit:urn:wire:20260302T0730-3rdz8hbn:4']"));
    one("dialog input[name=reason]").sendKeys("Names the towns\n");

    until(() -> text("#story h1").equals("Island towns brace for days without ferries"));
    until(() -> browser.findElements(By.tagName("dialog")).isEmpty());
    assertThat(text(".log")).contains("Ada Lind: Names the towns");
    assertThat(browser.getCurrentUrl()).doesNotContain("secret");
    assertThat(browser.executeScript("return localStorage.getItem('storywire.editor')")).isNull();
    assertThat(errors()).isEmpty();
  }

  @Test
  void showsWhyAnEditWasRefused() {
    service.close();
    SampleStories.publishTo(queries);
    HttpSettings settings =
        HttpSettings.defaults().withAddress("127.0.0.1", 0).withEditToken("secret");
    String reason = "Both are already the same story.";
    service =
        TestServer.taking(
            queries,
            settings,
            edit ->
                queries
                    .topics()
                    .refuse(StoryFixtures.NOON, edit.id(), "assign", "no-effect", reason, "{}"));
    open("/stories/20260302T0730-3rdz8hbn");
    until(() -> clicked(".slug [data-key=edit]"));
    one("dialog input[name=by]").sendKeys("Ada Lind");
    one("dialog input[name=token]").sendKeys("secret\n");
    until(() -> text("dialog h2").equals("Edit a story"));
    one("dialog input[name=target]").sendKeys("20260302T0914-k7mq2xw4");
    one("dialog input[name=reason]").sendKeys("One event\n");

    until(() -> text("dialog").contains("The edit was refused. " + reason));
  }

  @Test
  void keepsTheHeadlineOfARelatedStoryUpToDate() {
    queries.publish(
        StoryBuilder.builder(StoryFixtures.open("s1", "Dock strike", 0))
            .relatedStories(
                List.of(
                    new RelatedStory(
                        "nl", "urn:n1", "urn:s1", List.of(), List.of(), StoryFixtures.NOON)))
            .build());
    queries.publish(StoryFixtures.usable("urn:n1", "n1", "Havenstaking"));
    queries.publish(StoryFixtures.open("n1", "Havenstaking", 0));
    open("/stories/s1");
    until(() -> text(".related a").equals("Havenstaking"));

    queries.publish(StoryFixtures.story("n1", 5, Story.Status.OPEN, null, "Staking voorbij", 10));

    until(() -> text(".related a").equals("Staking voorbij"));
  }

  @Test
  void showsWhatACorrectionHasChanged() {
    SampleStories.publishTo(queries);
    open("/stories/20260302T0914-k7mq2xw4");
    until(() -> clicked("[data-key^='changes:']"));

    until(() -> !browser.findElements(By.cssSelector(".changed ins")).isEmpty());
    assertThat(text(".changed del")).contains("four metres");
    assertThat(text(".changed ins")).contains("40 centimetres");
    assertThat(errors()).isEmpty();
  }

  @Test
  void showsDeadLettersWithTheirBytes() {
    SampleStories.publishTo(queries);
    open("/dead-letters");
    until(() -> browser.findElements(By.cssSelector(".letter")).size() == 2);
    assertThat(text(".letter")).contains("not-json", "storywire.raw-2@101", "urn:wire:weather:12");
    until(() -> clicked(".letter .toggle"));
    until(() -> text(".letter pre").contains("Gales\u2400 expected"));

    until(() -> clicked(".letter:nth-child(2) .slug a"));
    until(() -> browser.findElements(By.cssSelector(".letter")).size() == 1);
    assertThat(browser.getCurrentUrl()).endsWith("/dead-letters?code=no-text");
    assertThat(errors()).isEmpty();
  }

  @Test
  void asksForTheTokenForReading() {
    service.close();
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    HttpSettings settings = HttpSettings.defaults().withReadToken("secret");
    service = TestServer.over(queries, settings, Set::of);
    open("/");
    until(() -> !browser.findElements(By.cssSelector("dialog input[name=token]")).isEmpty());
    assertThat(headlines()).isEmpty();
    one("dialog input[name=token]").sendKeys("secret\n");

    until(() -> headlines().equals(List.of("Bridge closed")) && text("#pulse").equals("Live"));
    assertThat(browser.executeScript("return document.cookie")).isEqualTo("");
    browser.manage().deleteAllCookies();
  }

  @Test
  void redirectsFromAMergedStory() {
    SampleStories.publishTo(queries);
    open("/stories/20260302T0921-x5tn6rjs");

    until(() -> browser.getCurrentUrl().endsWith("/stories/20260302T0914-k7mq2xw4"));
    assertThat(text("#story .notice")).contains("merged into this one");
  }

  @Test
  void showsAnEntityAndFiltersByIt() {
    SampleStories.publishTo(queries);
    open("/");
    until(() -> clicked(".row:nth-child(2) .chip"));

    until(() -> text("#story h1").equals("Lindhamn"));
    assertThat(browser.getCurrentUrl()).endsWith("/entities/lindhamn");
    assertThat(browser.findElements(By.cssSelector("#story .row"))).hasSize(4);
    assertThat(text("#story aside")).contains("Tove Lind", "Alta United");
    click("#story .slug a");
    until(() -> headlines().size() == 4);
    until(() -> clicked("a.choice[href='/?entity=lindhamn&minSources=5']"));

    until(() -> headlines().size() == 2);
    assertThat(browser.getCurrentUrl()).endsWith("/?entity=lindhamn&minSources=5");
    open("/?entity=lindhamn&minSources=5");
    until(() -> text(".filters .choice[aria-current]").contains("Lindhamn"));
    assertThat(headlines()).hasSize(2);
    assertThat(errors()).isEmpty();
  }

  @Test
  void hasNoAccessibilityViolationInAnyView() {
    // few stories: each element takes axe-core some time
    SampleStories.bridge(queries).publishAs(Story.Status.OPEN);
    queries.topics().refuse(StoryFixtures.NOON, "urn:x", "not-json", "It is not JSON.", "{\u0000");
    queries.publish(StoryFixtures.closed("s2", "Ferry delayed at the bridge", 10));
    AxeCore axe = new AxeCore(browser);
    String story = "/stories/20260302T0914-k7mq2xw4";
    Map<String, String> views = new LinkedHashMap<>();
    views.put("/?q=bridge", ".row mark");
    views.put(story + "?article=urn:wire:20260302T0914-k7mq2xw4:9", ".why .gauge");
    views.put("/?q=nothing-like-it", "#stories .empty");
    views.put("/stories/unknown", "#story .empty");
    views.put("/dead-letters", ".letter");
    views.put("/entities/lindhamn", "#story .row");
    views.put("/entities/nobody", "#story .empty");
    for (Map.Entry<String, String> view : views.entrySet()) {
      open(view.getKey());
      until(() -> !browser.findElements(By.cssSelector(view.getValue())).isEmpty());
      until(() -> !browser.findElements(By.cssSelector(".filters .choice")).isEmpty());
      if (clicked("[data-key^='changes:'], [data-key^='bytes:']")) {
        until(() -> !browser.findElements(By.cssSelector(".changed ins, .letter pre")).isEmpty());
      }
      assertThat(axe.violations()).as(view.getKey()).isEmpty();
    }
  }

  @Test
  void supportsTheKeyboard() {
    SampleStories.publishTo(queries);
    open("/");
    until(() -> headlines().size() == 12);
    WebElement body = browser.findElement(By.tagName("body"));

    body.sendKeys("jj");
    browser.switchTo().activeElement().sendKeys(Keys.ENTER);
    until(() -> text("#story h1").startsWith("Harbour bridge"));
    browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
    until(() -> !browser.findElement(By.id("story")).isDisplayed());
    body.sendKeys("/");
    browser.switchTo().activeElement().sendKeys("seascape");

    until(() -> headlines().equals(List.of("Stolen Brandt seascape found in a station locker")));
    assertThat(text(".row mark")).isEqualTo("seascape");
    assertThat(browser.getCurrentUrl()).endsWith("?q=seascape");
  }

  @Test
  void reconnectsWhenTheServiceReturns() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    open("/");
    until(() -> text("#pulse").equals("Live"));
    int port = service.port();
    service.close();
    until(() -> text("#pulse").startsWith("Reconnecting"));

    queries.publish(StoryFixtures.open("s2", "Ferry delayed", 10));
    service = TestServer.over(queries, port);

    until(() -> headlines().size() == 2 && text("#pulse").equals("Live"));
  }

  /** Publishes stories, each a minute later than the one before. */
  private void publish(int from, int to) {
    for (int i = from; i < to; i++) {
      queries.publish(StoryFixtures.open("s" + i, "Story " + i, i));
    }
  }

  /** Returns the position in the window of the row with a headline. */
  private static long topOf(String headline) {
    Object top =
        browser.executeScript(
            "return Math.round([...document.querySelectorAll('.row h2')]"
                + ".find(it => it.textContent === arguments[0]).getBoundingClientRect().top)",
            headline);
    return ((Number) Objects.requireNonNull(top)).longValue();
  }

  private void open(String path) {
    browser.get("http://" + service.address() + path);
  }

  /** Returns all headlines at one moment. */
  private static List<String> headlines() {
    Object read =
        browser.executeScript(
            "return [...document.querySelectorAll('.row h2')].map(it => it.textContent)");
    return ((List<?>) Objects.requireNonNull(read)).stream().map(String::valueOf).toList();
  }

  private WebElement one(String selector) {
    return browser.findElement(By.cssSelector(selector));
  }

  private static int count(String selector) {
    return browser.findElements(By.cssSelector(selector)).size();
  }

  /** Clicks an element; the one in its place if the page replaces it in the meantime. */
  private void click(String selector) {
    until(
        () -> {
          one(selector).click();
          return true;
        });
  }

  /** Clicks an element that may be replaced at any moment. Returns false if it is not there. */
  private static boolean clicked(String selector) {
    return Boolean.TRUE.equals(
        browser.executeScript(
            "const it = document.querySelector(arguments[0]); it?.click(); return it !== null",
            selector));
  }

  private String text(String selector) {
    List<WebElement> found = browser.findElements(By.cssSelector(selector));
    return found.isEmpty() ? "" : found.get(0).getText();
  }

  /** Returns the errors that the browser has logged since the last call. */
  private static List<String> errors() {
    return browser.manage().logs().get("browser").getAll().stream()
        .map(entry -> entry.getMessage())
        .filter(message -> !message.contains("favicon"))
        .toList();
  }

  /** Waits for a condition. An element that is replaced in the meantime is looked up again. */
  private static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (true) {
      try {
        if (condition.getAsBoolean()) {
          return;
        }
      } catch (StaleElementReferenceException e) {
        // looked up again below
      }
      assertThat(System.nanoTime()).as("still not so after %s", TIMEOUT).isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
