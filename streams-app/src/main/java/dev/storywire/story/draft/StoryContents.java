package dev.storywire.story.draft;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.Entity;
import dev.storywire.schemas.RelatedStory;
import dev.storywire.schemas.Story;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.PinnedHeadline;
import dev.storywire.story.state.StoryRecord;
import dev.storywire.story.state.StoryRecordBuilder;
import dev.storywire.story.state.Tally;
import dev.storywire.story.summary.Lead;
import dev.storywire.story.summary.StoryText;
import dev.storywire.text.terms.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The articles of a story, counted and listed within bounds, and the text that is chosen from them.
 */
final class StoryContents {
  private static final int TERMS_PER_ARTICLE = 15;
  private static final int MAX_SOURCES = 400;
  private static final int MAX_TERMS = 60;
  private static final int MAX_ENTITIES = 120;
  private static final int MAX_LEADS = 8;

  private final List<Story.Member> members;
  private final Tally sources;
  private final Tally terms;
  private final TreeMap<String, Entity> entities;
  private final List<Lead> leads;
  private final Map<String, RelatedStory> related = new TreeMap<>();
  private @Nullable PinnedHeadline pinned;
  private StoryText text;
  private boolean isTextStale;
  private int articleCount;
  private int copyCount;

  StoryContents(StoryRecord record) {
    this.members = new ArrayList<>(record.members());
    this.sources = new Tally(MAX_SOURCES, record.sources());
    this.terms = new Tally(MAX_TERMS, record.terms());
    this.entities = new TreeMap<>(record.entities());
    this.leads = new ArrayList<>(record.leads());
    record.relatedStories().forEach(this::relate);
    this.pinned = record.pinned();
    this.text = record.text();
    this.articleCount = record.articleCount();
    this.copyCount = record.copyCount();
  }

  /** Returns the terms that an article contributes to its story: those of its headline first. */
  static List<String> terms(PreparedArticle article) {
    Terms terms = article.terms();
    List<String> forms = new ArrayList<>();
    for (int i = 0; i < Math.min(TERMS_PER_ARTICLE, terms.wordCount()); i++) {
      forms.add(terms.form(i));
    }
    return forms;
  }

  boolean isEmpty() {
    return articleCount == 0;
  }

  /** Adds an article. */
  void add(ArticleVerdict verdict, PreparedArticle article) {
    count(verdict, terms(article), 1);
    if (verdict.relation() != Relation.COPY) {
      lead(Lead.of(article));
    }
    list(
        new Story.Member(
            verdict.uri(),
            verdict.version(),
            relation(verdict),
            verdict.copyOf(),
            verdict.source(),
            verdict.headline(),
            verdict.url(),
            verdict.publishedAt(),
            verdict.notices()));
  }

  /**
   * Removes an article.
   *
   * @param verdict the verdict that it was added with
   * @param itsTerms the terms that it was added with
   */
  void remove(ArticleVerdict verdict, List<String> itsTerms) {
    count(verdict, itsTerms, -1);
    members.removeIf(m -> m.uri().equals(verdict.uri()));
    leads.removeIf(l -> l.uri().equals(verdict.uri()));
    related.values().removeIf(r -> r.member().equals(verdict.uri()));
    if (isPinned(verdict.uri())) {
      pinned = null;
    }
    isTextStale = true;
  }

  /** Replaces an article by its newer version or verdict. It keeps a pinned headline. */
  void replace(
      ArticleVerdict old, List<String> oldTerms, ArticleVerdict verdict, PreparedArticle article) {
    String edit = pinned != null && isPinned(old.uri()) ? pinned.edit() : null;
    Map<String, RelatedStory> before = Map.copyOf(related);
    remove(old, oldTerms);
    add(verdict, article);
    if (old.version() == verdict.version()) {
      related.putAll(before);
    }
    if (edit != null) {
      pin(edit, article);
    }
  }

  /** Adds a related story, in place of the one of the same lane. */
  void relate(RelatedStory story) {
    related.put(story.lane(), story);
  }

  /** Uses the headline of an article until it is removed. */
  void pin(String edit, PreparedArticle article) {
    pinned = new PinnedHeadline(edit, article.uri(), article.headline());
  }

  /** Chooses the headline automatically again. */
  void unpin() {
    pinned = null;
  }

  private boolean isPinned(String uri) {
    return pinned != null && pinned.uri().equals(uri);
  }

  /** Moves all articles of another story into this one. */
  void addAll(StoryContents other) {
    articleCount += other.articleCount;
    copyCount += other.copyCount;
    sources.addAll(other.sources.asMap(), 1);
    terms.addAll(other.terms.asMap(), 1);
    other.entities.values().forEach(e -> mention(e, 1));
    other.members.forEach(this::list);
    other.leads.forEach(this::lead);
    other.related.forEach(related::putIfAbsent);
    other.clear();
  }

  /** Removes everything. */
  void clear() {
    articleCount = 0;
    copyCount = 0;
    members.clear();
    entities.clear();
    sources.clear();
    terms.clear();
    leads.clear();
    related.clear();
    pinned = null;
    isTextStale = true;
  }

  /** Adds these contents to a story record. */
  StoryRecordBuilder addTo(StoryRecordBuilder record) {
    if (isTextStale) {
      text = StoryText.of(leads, text);
      isTextStale = false;
    }
    return record
        .text(text)
        .articleCount(articleCount)
        .copyCount(copyCount)
        .sources(sources.asMap())
        .terms(terms.asMap())
        .members(members)
        .entities(entities)
        .leads(leads)
        .relatedStories(List.copyOf(related.values()))
        .pinned(pinned);
  }

  static Relation relation(ArticleVerdict verdict) {
    return Objects.requireNonNullElse(verdict.relation(), Relation.ORIGINAL);
  }

  private void count(ArticleVerdict verdict, List<String> itsTerms, int one) {
    articleCount += one;
    copyCount += verdict.relation() == Relation.COPY ? one : 0;
    sources.add(Objects.requireNonNullElse(verdict.source(), ""), one);
    itsTerms.forEach(t -> terms.add(t, one));
    verdict.entities().forEach(e -> mention(e, one));
  }

  private void mention(Entity entity, int factor) {
    Entity known = entities.get(entity.id());
    int mentions = (known == null ? 0 : known.mentions()) + factor * entity.mentions();
    if (mentions <= 0) {
      entities.remove(entity.id());
    } else {
      entities.put(entity.id(), new Entity(entity.id(), entity.name(), entity.type(), mentions));
    }
    if (entities.size() > 2 * MAX_ENTITIES) {
      Tally tally = new Tally(MAX_ENTITIES, Map.of());
      entities.values().forEach(e -> tally.add(e.id(), e.mentions()));
      entities.keySet().retainAll(tally.top(MAX_ENTITIES));
    }
  }

  private void lead(Lead lead) {
    leads.add(0, lead);
    isTextStale = true;
    if (leads.size() > MAX_LEADS) {
      leads.remove(leads.size() - 1);
    }
  }

  /** Inserts a member by time of publication, newest first. The oldest are dropped. */
  private void list(Story.Member member) {
    int position = 0;
    while (position < members.size() && published(members.get(position)) > published(member)) {
      position++;
    }
    if (position < Story.MAX_ARTICLES) {
      members.add(position, member);
    }
    if (members.size() > Story.MAX_ARTICLES) {
      members.remove(members.size() - 1);
    }
  }

  private static long published(Story.Member member) {
    Instant at = member.publishedAt();
    return at == null ? Long.MIN_VALUE : at.toEpochMilli();
  }
}
