package dev.storywire.story.prepare;

import dev.storywire.entities.ArticleName;
import dev.storywire.schemas.PubStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names, numbers and order key of an article, by which other lanes find their stories about the
 * same event. It depends on the item alone.
 *
 * @param lane the lane of the article
 * @param orderKey the position of the article in its lane
 * @param names ids of its names, without family names alone and names that are not of a person, an
 *     organisation or a place
 * @param numbers the numbers in its headline and first sentences
 */
public record Signature(String lane, OrderKey orderKey, List<String> names, List<String> numbers) {
  private static final int MIN_NAMES = 2;
  private static final int MAX_NAMES = 20;
  private static final int MAX_NUMBERS = 12;

  /** Longer ones are not names, but text without spaces. */
  private static final int LONGEST_ID = 200;

  /**
   * Returns the signature of an article; none if it has too few names to be compared, is not
   * usable, or was embargoed.
   */
  public static Optional<Signature> of(PreparedArticle article) {
    boolean isNews = article.status() == PubStatus.USABLE && !article.isNote();
    if (!isNews || article.orderTime() > article.eventTime()) {
      return Optional.empty();
    }
    List<String> names =
        article.names().stream()
            .filter(Signature::isDistinct)
            .map(ArticleName::plainId)
            .filter(id -> id.length() <= LONGEST_ID)
            .distinct()
            .limit(MAX_NAMES)
            .toList();
    if (names.size() < MIN_NAMES) {
      return Optional.empty();
    }
    String text = article.headline() + "\n" + String.join("\n", article.sentences());
    return Optional.of(
        new Signature(
            article.lane(),
            new OrderKey(article.orderTime(), article.uri(), article.version()),
            names,
            Numbers.of(text).stream().limit(MAX_NUMBERS).toList()));
  }

  private static boolean isDistinct(ArticleName name) {
    return switch (name.type()) {
      case PER -> name.words().size() > 1;
      case ORG, LOC -> !name.words().isEmpty();
      case MISC -> false;
    };
  }

  /** Returns the uri of the article. */
  public String uri() {
    return orderKey.uri();
  }

  /** Returns the time of the article, epoch ms. */
  public long time() {
    return orderKey.orderTime();
  }

  /** Encodes the signature. */
  public byte[] encode() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(lane);
      out.writeLong(orderKey.orderTime());
      out.writeUTF(orderKey.uri());
      out.writeInt(orderKey.version());
      write(names, out);
      write(numbers, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Decodes a signature. */
  public static Signature decode(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String lane = in.readUTF();
      long time = in.readLong();
      String uri = in.readUTF();
      return new Signature(lane, new OrderKey(time, uri, in.readInt()), read(in), read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(List<String> texts, DataOutputStream out) throws IOException {
    out.writeByte(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private static List<String> read(DataInputStream in) throws IOException {
    int size = in.readByte();
    List<String> texts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      texts.add(in.readUTF());
    }
    return List.copyOf(texts);
  }
}
