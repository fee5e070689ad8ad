package dev.storywire.story.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The articles that a search finds, with their overlaps: the weighted number of words that they
 * share with the article that is searched for. One object serves all searches of an index, each
 * until {@link #clear}.
 */
final class SearchHits {
  /** The articles are counted by the highest bits of their overlaps. */
  private static final int LEVEL_BITS = 8;

  private final ActiveArticles articles;
  private final int most;
  private int[] found = new int[0]; // positions, in the order in which they were found
  private int[] foundOverlaps = new int[0];
  private final List<StoryState> stories = new ArrayList<>();
  private int count;

  /**
   * @param most number of articles that a search can find
   */
  SearchHits(ActiveArticles articles, int most) {
    this.articles = articles;
    this.most = most;
  }

  /** Adds the newest articles of a word, as {@link Posting#score}. */
  void add(Posting posting, int weight, int most) {
    count = posting.score(weight, most, articles.overlaps(), room(), count);
  }

  /** Adds the articles of a word that came after a position, as {@link Posting#scoreLater}. */
  void addLater(Posting posting, int weight, int position) {
    count = posting.scoreLater(position, weight, articles.overlaps(), room(), count);
  }

  /** Returns the array of positions, with room for all active articles and one more. */
  private int[] room() {
    int room = Math.min(most, articles.overlaps().length) + 1;
    if (found.length < room) {
      found = Arrays.copyOf(found, room);
      foundOverlaps = new int[room];
    }
    return found;
  }

  /** Returns the highest overlap of an article that is not in a story; 0 if there is none. */
  int maxOverlapOutside(StoryState story) {
    int most = 0;
    for (int i = 0; i < count; i++) {
      if (articles.story(found[i]) != story) {
        most = Math.max(most, articles.overlap(found[i]));
      }
    }
    return most;
  }

  /** Returns the stories found, except the article's own, by the overlap of their best member. */
  List<Candidate> best(StoryState own, int most) {
    collectStories(most + 1);
    List<Candidate> best = new ArrayList<>(stories.size());
    for (StoryState story : stories) {
      if (story != own) {
        best.add(new Candidate(story, story.overlap));
      }
      story.overlap = 0;
    }
    stories.clear();
    best.sort(Candidate.BY_OVERLAP);
    return best.subList(0, Math.min(most, best.size()));
  }

  /**
   * Collects the stories whose best member has at least some overlap. It is so high that hardly
   * more stories reach it than are needed: most of the articles found share little, and their
   * stories are never read.
   */
  private void collectStories(int enough) {
    int highest = readOverlaps();
    int shift = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(highest) - LEVEL_BITS);
    int[] articlesAtLevel = countLevels(shift);
    int level = articlesAtLevel.length;
    int above = 0;
    // stories often have several of the articles, so the first step has twice as many as needed
    for (int wanted = 2 * enough; stories.size() < enough && level > 0; wanted *= 2) {
      int from = level;
      do {
        above += articlesAtLevel[--level];
      } while (level > 0 && above < wanted);
      collectStories(level << shift, (from << shift) - 1);
    }
  }

  /** Copies the overlaps, so that they are read in order from here on, and returns the highest. */
  private int readOverlaps() {
    int[] overlaps = articles.overlaps();
    int highest = 0;
    for (int i = 0, n = count; i < n; i++) {
      foundOverlaps[i] = overlaps[found[i]];
      highest = Math.max(highest, foundOverlaps[i]);
    }
    return highest;
  }

  private int[] countLevels(int shift) {
    int[] articlesAtLevel = new int[1 << LEVEL_BITS];
    for (int i = 0, n = count; i < n; i++) {
      articlesAtLevel[foundOverlaps[i] >> shift]++;
    }
    return articlesAtLevel;
  }

  /** Collects the stories of the articles with an overlap in this range. */
  private void collectStories(int least, int most) {
    for (int i = 0, n = count; i < n; i++) {
      if (foundOverlaps[i] >= least && foundOverlaps[i] <= most) {
        StoryState story = articles.story(found[i]);
        if (story.overlap == 0) {
          stories.add(story);
        }
        story.overlap = Math.max(story.overlap, foundOverlaps[i]);
      }
    }
  }

  /** Finds the members of a story that have the highest overlaps, after {@link #best}. */
  void findNearest(Candidate candidate) {
    List<MemberArticle> members = candidate.story.members;
    if (members.size() <= count) {
      for (MemberArticle member : members) {
        candidate.offer(member, articles.overlap(member.position));
      }
    } else { // the cost depends on the number of articles found, not on the size of the story
      for (int i = 0; i < count; i++) {
        if (articles.story(found[i]) == candidate.story) {
          candidate.offer(articles.get(found[i]), foundOverlaps[i]);
        }
      }
    }
  }

  /** Resets the overlaps of the articles found, for the next search. */
  void clear() {
    int[] overlaps = articles.overlaps();
    for (int i = 0; i < count; i++) {
      overlaps[found[i]] = 0;
    }
    count = 0;
  }
}
