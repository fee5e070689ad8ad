package dev.storywire.replay.compare;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** One difference between the results of two runs. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Difference.Merged.class, name = "merged"),
  @JsonSubTypes.Type(value = Difference.Split.class, name = "split"),
  @JsonSubTypes.Type(value = Difference.Moved.class, name = "moved"),
  @JsonSubTypes.Type(value = Difference.Copy.class, name = "copy"),
  @JsonSubTypes.Type(value = Difference.Outcome.class, name = "outcome")
})
public sealed interface Difference {
  /** Returns the number of articles concerned. */
  int weight();

  /**
   * Several stories of the first run are one story in the second.
   *
   * @param before the stories it was made of; its counterpart comes first
   */
  record Merged(Summary.Story after, List<Part> before) implements Difference {
    @Override
    public int weight() {
      return articlesBeyondFirst(before);
    }
  }

  /**
   * One story of the first run is several stories in the second.
   *
   * @param after the stories it was split into; its counterpart comes first
   */
  record Split(Summary.Story before, List<Part> after) implements Difference {
    @Override
    public int weight() {
      return articlesBeyondFirst(after);
    }
  }

  /** Articles that are in another story, where both stories exist in both runs. */
  record Moved(Summary.Story from, Summary.Story to, List<Summary.Article> articles)
      implements Difference {
    @Override
    public int weight() {
      return articles.size();
    }
  }

  /**
   * An article that has another original, became an original, or became a copy.
   *
   * @param before its original in the first run; the article itself if it was an original
   * @param after its original in the second run
   */
  record Copy(Summary.Article article, Summary.Article before, Summary.Article after)
      implements Difference {
    @Override
    public int weight() {
      return 1;
    }
  }

  /**
   * An article that is in a story in one run only, or in none for different reasons.
   *
   * @param before its state in the first run: "in a story", "refused: no-text", "canceled"
   * @param after its state in the second run
   */
  record Outcome(Summary.Article article, String before, String after) implements Difference {
    @Override
    public int weight() {
      return 1;
    }
  }

  /**
   * The part of a story that is also in a story of the other run.
   *
   * @param articles the articles in both, by time
   */
  record Part(Summary.Story story, List<Summary.Article> articles) {}

  private static int articlesBeyondFirst(List<Part> parts) {
    return parts.stream().skip(1).mapToInt(part -> part.articles().size()).sum();
  }
}
