package dev.storywire.story.cluster;

import dev.storywire.story.vector.ArticleVectors;
import dev.storywire.story.vector.TermVector;
import dev.storywire.story.vector.WordEmbeddings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Encodes a remembered article as a layout version and the data that later decisions depend on. A
 * new layout only appends data, so that a release reads the layouts of earlier and of later ones:
 * while instances are upgraded one by one, a lane may return to an instance of the former release.
 */
final class MemberCodec {
  /** The first layout ends with the vectors. */
  private static final byte VECTORS_LAYOUT = 1;

  /** The second layout also states whether the article is worth a second look. */
  private static final byte SECOND_LOOK_LAYOUT = 2;

  /** The third layout also has the traits of a routine notice. */
  private static final byte NOTICE_LAYOUT = 3;

  private static final byte LAYOUT = NOTICE_LAYOUT;

  private MemberCodec() {}

  /** A decoded article, with the id of its story. */
  record Stored(
      String uri,
      String storyId,
      long sequence,
      long eventTime,
      int source,
      ArticleVectors vectors,
      RoutineNotice notice,
      boolean isWorthSecondLook) {
    /** Returns the article as a member of its story. */
    MemberArticle member(StoryState story) {
      return new MemberArticle(
          uri, sequence, eventTime, source, vectors, notice, isWorthSecondLook, story);
    }
  }

  static byte[] encode(MemberArticle article) {
    ArticleVectors vectors = article.vectors;
    byte[] uri = article.uri.getBytes(StandardCharsets.UTF_8);
    byte[] story = article.story.id.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out =
        ByteBuffer.allocate(
            1
                + 2
                + uri.length
                + 2
                + story.length
                + 8
                + 8
                + 4
                + 4
                + size(vectors.words())
                + size(vectors.pairs())
                + size(vectors.headline())
                + size(vectors.names())
                + 1
                + 1
                + 1
                + 4);
    out.put(LAYOUT);
    out.putShort((short) uri.length).put(uri).putShort((short) story.length).put(story);
    out.putLong(article.sequence).putLong(article.eventTime).putInt(article.source);
    out.putInt(vectors.length());
    put(out, vectors.words());
    put(out, vectors.pairs());
    put(out, vectors.headline());
    put(out, vectors.names());
    out.put((byte) (article.isWorthSecondLook ? 1 : 0));
    out.put((byte) article.notice.figures());
    out.put((byte) (article.notice.recurring() ? 1 : 0)).putInt(article.notice.subject());
    return out.array();
  }

  static Stored decode(byte[] bytes, WordEmbeddings embeddings) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte layout = in.get();
    if (layout < VECTORS_LAYOUT) {
      throw new IllegalArgumentException(
          "A remembered article has layout " + layout + "; the first layout is 1");
    }
    String uri = string(in);
    String story = string(in);
    long sequence = in.getLong();
    long eventTime = in.getLong();
    int source = in.getInt();
    int length = in.getInt();
    ArticleVectors vectors =
        ArticleVectors.of(vector(in), vector(in), vector(in), vector(in), length, embeddings);
    boolean isWorthSecondLook = layout >= SECOND_LOOK_LAYOUT && in.get() == 1;
    RoutineNotice notice = layout >= NOTICE_LAYOUT ? notice(in) : RoutineNotice.NONE;
    return new Stored(uri, story, sequence, eventTime, source, vectors, notice, isWorthSecondLook);
  }

  private static RoutineNotice notice(ByteBuffer in) {
    return new RoutineNotice(in.get(), in.get() == 1, in.getInt());
  }

  private static int size(TermVector vector) {
    return 2 + 5 * vector.size();
  }

  private static void put(ByteBuffer out, TermVector vector) {
    out.putShort((short) vector.size());
    for (int i = 0; i < vector.size(); i++) {
      out.putInt(vector.term(i)).put((byte) vector.weight(i));
    }
  }

  private static TermVector vector(ByteBuffer in) {
    int[] terms = new int[in.getShort()];
    byte[] weights = new byte[terms.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = in.getInt();
      weights[i] = in.get();
    }
    return new TermVector(terms, weights);
  }

  private static String string(ByteBuffer in) {
    byte[] bytes = new byte[in.getShort()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
