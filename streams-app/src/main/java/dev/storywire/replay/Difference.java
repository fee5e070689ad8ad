package dev.storywire.replay;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** One way in which a run told otherwise than another one before it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Difference.Joined.class, name = "joined"),
  @JsonSubTypes.Type(value = Difference.Parted.class, name = "parted"),
  @JsonSubTypes.Type(value = Difference.Moved.class, name = "moved"),
  @JsonSubTypes.Type(value = Difference.Copy.class, name = "copy"),
  @JsonSubTypes.Type(value = Difference.Outcome.class, name = "outcome")
})
public sealed interface Difference {
  /** How many articles it is about. */
  int weight();

  /**
   * Several stories of the first run are one in the second.
   *
   * @param were what came into it; the story that it was before comes first
   */
  record Joined(Brief.Story is, List<Part> were) implements Difference {
    @Override
    public int weight() {
      return further(were);
    }
  }

  /**
   * One story of the first run is several in the second.
   *
   * @param are what came of it; the story that it still is comes first
   */
  record Parted(Brief.Story was, List<Part> are) implements Difference {
    @Override
    public int weight() {
      return further(are);
    }
  }

  /** Articles that went from one story to another, both of which are there in both runs. */
  record Moved(Brief.Story from, Brief.Story to, List<Brief.Article> articles)
      implements Difference {
    @Override
    public int weight() {
      return articles.size();
    }
  }

  /**
   * An article that copies another one than before, or none any more, or one for the first time.
   *
   * @param was its original in the first run; itself if it was one
   * @param is that in the second
   */
  record Copy(Brief.Article article, Brief.Article was, Brief.Article is) implements Difference {
    @Override
    public int weight() {
      return 1;
    }
  }

  /**
   * An article that only one run has in a story, or that they keep out for different reasons.
   *
   * @param was what became of it in the first: "in a story", "refused: no-text", "canceled"
   * @param is what became of it in the second
   */
  record Outcome(Brief.Article article, String was, String is) implements Difference {
    @Override
    public int weight() {
      return 1;
    }
  }

  /**
   * A story of one run as a part of one of the other.
   *
   * @param articles those that the two have in common, in time
   */
  record Part(Brief.Story story, List<Brief.Article> articles) {}

  private static int further(List<Part> parts) {
    return parts.stream().skip(1).mapToInt(part -> part.articles().size()).sum();
  }
}
