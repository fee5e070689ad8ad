package dev.storywire.story.prepare;

import static java.util.Objects.requireNonNullElse;

import dev.storywire.dedup.Fingerprinter;
import dev.storywire.entities.ArticleName;
import dev.storywire.entities.ArticleNames;
import dev.storywire.entities.tagger.NameTagger;
import dev.storywire.entities.tagger.NameTaggers;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.PubStatus;
import dev.storywire.text.TokenizedText;
import dev.storywire.text.Tokenizer;
import dev.storywire.text.WordHash;
import dev.storywire.text.clean.CleanArticle;
import dev.storywire.text.clean.Cleaner;
import dev.storywire.text.language.Language;
import dev.storywire.text.terms.Terms;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Extracts all data for decisions from a raw item. The result depends only on the item. Not
 * thread-safe.
 */
public final class Preparation {
  private final LaneRule lanes;
  private final Cleaner cleaner = new Cleaner();
  private final Fingerprinter fingerprinter = new Fingerprinter();

  /** Creates a preparation with a rule for lanes. */
  public Preparation(LaneRule lanes) {
    this.lanes = lanes;
  }

  /**
   * Prepares a version of an item.
   *
   * @param eventTime event time, epoch ms
   * @throws RefusedItemException if the item has no visible text, or exceeds the {@link WorkLimits}
   */
  public PreparedArticle prepare(NewsItem item, int version, long eventTime) {
    CleanArticle text = cleaner.clean(item);
    PubStatus status = requireNonNullElse(item.pubStatus(), PubStatus.USABLE);
    if (status == PubStatus.USABLE && text.headline().isEmpty() && text.paragraphs().isEmpty()) {
      throw new RefusedItemException(
          "no-text", "The item has no text besides markup and invisible characters.");
    }
    String tag = Language.detect(text, item.language());
    TokenizedText tokens = Tokenizer.forLanguage(tag).tokenize(headlineAndText(text));
    WorkLimits.checkTokens(tokens.tokenCount());
    @Nullable String agency = Slug.agency(source(item), item.uri());
    List<Advisory> advisories = Advisory.of(item, agency, text);
    return PreparedArticleBuilder.builder()
        .uri(item.uri())
        .version(version)
        .status(status)
        .lane(lanes.lane(item, tag))
        .eventTime(eventTime)
        .orderTime(OrderKey.of(item, version, eventTime).orderTime())
        .publishedAt(item.versionCreated() == null ? item.firstCreated() : item.versionCreated())
        .source(source(item))
        .agency(agency)
        .slugs(Slug.of(agency, item.slugline(), text.itemHeadline(), advisories))
        .headline(text.headline())
        .url(url(item))
        .language(tag)
        .sentences(LeadingSentences.of(tokens, text.headline().length()))
        .terms(Terms.of(text, tag))
        .fingerprint(fingerprinter.of(text, commonWords(tag)))
        .names(names(tokens, tag, text.headline().length(), source(item)))
        .advisories(advisories)
        .build();
  }

  /** Returns true if there is a model for names in a language. */
  public static boolean findsNames(String language) {
    return NameTagger.LANGUAGES.contains(language);
  }

  /**
   * Returns the test for words of a language that are capitalised without being names, by their
   * {@link WordHash} in lower case.
   */
  public static IntPredicate commonWords(String language) {
    return NameTaggers.find(language)
        .<IntPredicate>map(tagger -> tagger::isCommonWord)
        .orElse(word -> false);
  }

  /** Returns headline and paragraphs as one text, so that names are resolved across both. */
  private static String headlineAndText(CleanArticle text) {
    return text.headline() + "\n\n" + String.join("\n\n", text.paragraphs());
  }

  /**
   * Returns the names of an article. Its own source is one of them only if the headline mentions
   * it, since unrelated articles of an agency name the agency as their source.
   */
  private static List<ArticleName> names(
      TokenizedText tokens, String language, int headlineEnd, @Nullable String source) {
    List<ArticleName> names =
        NameTaggers.find(language)
            .map(tagger -> ArticleNames.of(tokens, tagger.tag(tokens), language))
            .orElse(List.of());
    WorkLimits.checkNames(names.size());
    return names.stream()
        .filter(name -> name.starts().get(0) < headlineEnd || !name.isOrganisation(source))
        .toList();
  }

  private static @Nullable String source(NewsItem item) {
    return item.infoSources().stream()
        .map(s -> s.name() != null ? s.name() : s.literal())
        .filter(name -> name != null && !name.isBlank())
        .findFirst()
        .orElse(item.copyrightHolder());
  }

  private static @Nullable String url(NewsItem item) {
    return item.altIds().stream()
        .filter(id -> "url".equalsIgnoreCase(id.role()))
        .map(NewsItem.AltId::value)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(item.uri().startsWith("http") ? item.uri() : null);
  }
}
