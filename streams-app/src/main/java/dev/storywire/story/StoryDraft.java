package dev.storywire.story;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.story.prepare.PreparedArticle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A story while it is being changed: every change numbers and tells one event, and {@link #record}
 * is what then holds. Counts, members and events change together or not at all.
 */
final class StoryDraft {
  private static final int MAX_SOURCES = 400;
  private static final int MAX_TERMS = 60;
  private static final int MAX_ENTITIES = 120;
  private static final int MAX_LEADS = 8;

  private final Consumer<StoryEvent> events;
  private final String id;
  private final String lane;
  private final long firstSeen;
  private final List<Story.Member> members;
  private final Tally sources;
  private final Tally terms;
  private final TreeMap<String, Entity> entities;
  private long seq;
  private Story.Status status;
  private @Nullable String mergedInto;
  private final List<Lead> leads;
  private StoryText text;
  private boolean untold;
  private long lastUpdated;
  private int articleCount;
  private int copyCount;

  private StoryDraft(StoryRecord record, Consumer<StoryEvent> events) {
    this.events = events;
    this.id = record.storyId();
    this.lane = record.lane();
    this.seq = record.seq();
    this.status = record.status();
    this.mergedInto = record.mergedInto();
    this.leads = new ArrayList<>(record.leads());
    this.text = record.text();
    this.firstSeen = record.firstSeen();
    this.lastUpdated = record.lastUpdated();
    this.articleCount = record.articleCount();
    this.copyCount = record.copyCount();
    this.sources = new Tally(MAX_SOURCES, record.sources());
    this.terms = new Tally(MAX_TERMS, record.terms());
    this.members = new ArrayList<>(record.members());
    this.entities = new TreeMap<>(record.entities());
  }

  /** A new story. */
  static StoryDraft open(
      String id, String lane, long at, @Nullable String splitFrom, Consumer<StoryEvent> events) {
    StoryDraft draft =
        new StoryDraft(
            new StoryRecord(
                id,
                lane,
                0,
                Story.Status.OPEN,
                null,
                StoryText.NONE,
                at,
                at,
                0,
                0,
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of()),
            events);
    events.accept(
        new StoryEvent.Opened(id, draft.next(), Instant.ofEpochMilli(at), lane, splitFrom));
    return draft;
  }

  /** A story that is kept. */
  static StoryDraft of(StoryRecord record, Consumer<StoryEvent> events) {
    return new StoryDraft(record, events);
  }

  String id() {
    return id;
  }

  Story.Status status() {
    return status;
  }

  long lastUpdated() {
    return lastUpdated;
  }

  boolean isEmpty() {
    return articleCount == 0;
  }

  StoryRecord record() {
    if (untold) {
      text = StoryText.of(leads, text);
      untold = false;
    }
    return new StoryRecord(
        id,
        lane,
        seq,
        status,
        mergedInto,
        text,
        firstSeen,
        lastUpdated,
        articleCount,
        copyCount,
        sources.asMap(),
        terms.asMap(),
        members,
        entities,
        leads);
  }

  /** Takes an article in; a closed story reopens. */
  void join(ArticleVerdict verdict, PreparedArticle article, long at) {
    reopenIfClosed(at);
    enter(verdict, article);
    lastUpdated = Math.max(lastUpdated, at);
    events.accept(
        new StoryEvent.ArticleJoined(
            id,
            next(),
            Instant.ofEpochMilli(at),
            lane,
            verdict.uri(),
            verdict.version(),
            relation(verdict),
            verdict.copyOf(),
            verdict.source()));
  }

  /** Replaces a member by its newer version, or by a newer verdict on the same version. */
  void revise(
      ArticleVerdict old,
      List<String> oldTerms,
      ArticleVerdict verdict,
      PreparedArticle article,
      long at) {
    leave(old, oldTerms);
    enter(verdict, article);
    lastUpdated = Math.max(lastUpdated, at);
    events.accept(
        new StoryEvent.ArticleRevised(
            id,
            next(),
            Instant.ofEpochMilli(at),
            lane,
            verdict.uri(),
            verdict.version(),
            relation(verdict),
            verdict.copyOf(),
            verdict.source()));
  }

  /** Lets an article go. A story without articles closes. */
  void withdraw(
      ArticleVerdict verdict,
      List<String> itsTerms,
      StoryEvent.ArticleWithdrawn.Cause cause,
      long at) {
    leave(verdict, itsTerms);
    events.accept(
        new StoryEvent.ArticleWithdrawn(
            id, next(), Instant.ofEpochMilli(at), lane, verdict.uri(), verdict.version(), cause));
    if (isEmpty()) {
      clear();
    }
    if (isEmpty() && status == Story.Status.OPEN) {
      close(StoryEvent.Closed.Reason.empty, at);
    }
  }

  void close(StoryEvent.Closed.Reason reason, long at) {
    status = Story.Status.CLOSED;
    events.accept(new StoryEvent.Closed(id, next(), Instant.ofEpochMilli(at), lane, reason));
  }

  /** Takes over all that another story has; the other ends. */
  void absorb(StoryDraft other, List<String> uris, long at) {
    other.status = Story.Status.MERGED;
    other.mergedInto = id;
    other.events.accept(
        new StoryEvent.Merged(
            other.id, other.next(), Instant.ofEpochMilli(at), lane, id, null, uris));
    articleCount += other.articleCount;
    copyCount += other.copyCount;
    lastUpdated = Math.max(lastUpdated, other.lastUpdated);
    sources.addAll(other.sources.asMap(), 1);
    terms.addAll(other.terms.asMap(), 1);
    other.entities.values().forEach(e -> mention(e, 1));
    other.members.forEach(this::list);
    other.leads.forEach(this::lead);
    other.clear();
    reopenIfClosed(at);
    events.accept(
        new StoryEvent.Merged(id, next(), Instant.ofEpochMilli(at), lane, null, other.id, uris));
  }

  /** Lets several articles go to a story of their own. */
  void split(StoryDraft into, List<String> uris, long at) {
    events.accept(new StoryEvent.Split(id, next(), Instant.ofEpochMilli(at), lane, into.id, uris));
  }

  /** Counts an article in without telling an event of its own. */
  void enter(ArticleVerdict verdict, PreparedArticle article) {
    count(verdict, Stories.terms(article), 1);
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

  /** Counts an article out without telling an event of its own. */
  void leave(ArticleVerdict verdict, List<String> itsTerms) {
    count(verdict, itsTerms, -1);
    members.removeIf(m -> m.uri().equals(verdict.uri()));
    leads.removeIf(l -> l.uri().equals(verdict.uri()));
    untold = true;
  }

  private void reopenIfClosed(long at) {
    if (status == Story.Status.CLOSED) {
      status = Story.Status.OPEN;
      events.accept(new StoryEvent.Reopened(id, next(), Instant.ofEpochMilli(at), lane));
    }
  }

  /** Shows nothing of the articles it had: they are gone, or another story's now. */
  private void clear() {
    articleCount = 0;
    copyCount = 0;
    members.clear();
    entities.clear();
    sources.clear();
    terms.clear();
    leads.clear();
    untold = true;
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
    untold = true;
    if (leads.size() > MAX_LEADS) {
      leads.remove(leads.size() - 1);
    }
  }

  /** Lists a member in its place, newest first; the oldest fall off the end of the list. */
  private void list(Story.Member member) {
    int place = 0;
    while (place < members.size() && published(members.get(place)) > published(member)) {
      place++;
    }
    if (place < Story.MAX_ARTICLES) {
      members.add(place, member);
    }
    if (members.size() > Story.MAX_ARTICLES) {
      members.remove(members.size() - 1);
    }
  }

  private static long published(Story.Member member) {
    Instant at = member.publishedAt();
    return at == null ? Long.MIN_VALUE : at.toEpochMilli();
  }

  private static Relation relation(ArticleVerdict verdict) {
    return Objects.requireNonNullElse(verdict.relation(), Relation.ORIGINAL);
  }

  private long next() {
    return ++seq;
  }
}
