package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.source.DocumentRepair;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.formats.source.StrictSink;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the results of a reader. */
public final class Collected implements ItemSink {
  public final List<NewsItem> items = new ArrayList<>();
  public final List<Refusal> refusals = new ArrayList<>();
  public final List<String> positions = new ArrayList<>();
  public final List<DocumentRepair> repairs = new ArrayList<>();
  @Nullable Instant documentDate;

  /** Reads a sample from the resources. */
  static Collected sample(String name) {
    return read(Format.AUTO, source(name));
  }

  static Source source(String name) {
    URL url = Objects.requireNonNull(Collected.class.getResource(name), name);
    try {
      return Source.file(Path.of(url.toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Collected text(Format format, String text) {
    return read(format, Source.fetched("sample", null, text.getBytes(StandardCharsets.UTF_8)));
  }

  public static Collected read(Format format, Source source) {
    Collected collected = new Collected();
    format.read(source, collected);
    return collected;
  }

  /** Reads as {@code ingest --strict} does. */
  static Collected strict(byte[] document) {
    Collected collected = new Collected();
    Format.AUTO.read(Source.fetched("sample", null, document), new StrictSink(collected));
    return collected;
  }

  public NewsItem onlyItem() {
    assertThat(refusals).isEmpty();
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  Refusal onlyRefusal() {
    assertThat(items).isEmpty();
    assertThat(refusals).hasSize(1);
    return refusals.get(0);
  }

  @Override
  public void item(NewsItem item, String where) {
    items.add(item);
    positions.add(where);
  }

  @Override
  public void refused(Refusal refusal, String where) {
    refusals.add(refusal);
    positions.add(where);
  }

  @Override
  public void documentDate(Instant date) {
    documentDate = date;
  }

  @Override
  public void repaired(DocumentRepair repair, String where) {
    repairs.add(repair);
  }
}
