package dev.storywire.serve.feed;

/** A format of web feeds. */
public enum FeedFormat {
  /** Atom 1.0 (RFC 4287). */
  ATOM(".atom", "application/atom+xml") {
    @Override
    public byte[] write(Feed feed) {
      return AtomWriter.write(feed);
    }
  },
  /** JSON Feed 1.1. */
  JSON(".json", "application/feed+json") {
    @Override
    public byte[] write(Feed feed) {
      return JsonFeedWriter.write(feed);
    }
  };

  private final String suffix;
  private final String mediaType;

  FeedFormat(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  /** Returns the end of the path of such a feed, with its dot. */
  public String suffix() {
    return suffix;
  }

  /** Returns the media type. */
  public String mediaType() {
    return mediaType;
  }

  /** Writes a feed in UTF-8. */
  public abstract byte[] write(Feed feed);
}
