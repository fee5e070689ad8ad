package dev.storywire.story.cluster;

import dev.storywire.story.vector.TermLookup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A story of the index: its active members, in the order of arrival. */
public final class StoryState {
  /** Newest members from which cohesion and length are computed. */
  private static final int SAMPLED_MEMBERS = 6;

  final String id;
  final List<MemberArticle> members = new ArrayList<>();

  /** Highest overlap of a member during one search, set by {@link SearchHits}. */
  int overlap;

  private double cohesion = Double.NaN;

  StoryState(String id) {
    this.id = id;
  }

  /** Adds members; those of another story keep their position in the order of arrival. */
  void addAll(List<MemberArticle> articles) {
    boolean later = members.isEmpty() || newest().sequence < articles.get(0).sequence;
    members.addAll(articles);
    if (!later) {
      members.sort(Comparator.comparingLong(a -> a.sequence));
    }
    cohesion = Double.NaN;
  }

  void remove(MemberArticle article) {
    members.remove(article);
    cohesion = Double.NaN;
  }

  /** Returns the uris of its members, in the order of arrival. */
  public List<String> uris() {
    return members.stream().map(member -> member.uri).toList();
  }

  MemberArticle newest() {
    return members.get(members.size() - 1);
  }

  /** Returns up to {@code most} of the newest members, oldest first. */
  List<MemberArticle> newest(int most) {
    return members.subList(Math.max(0, members.size() - most), members.size());
  }

  /** Returns the mean length of the newest members, in words. */
  double meanLength() {
    List<MemberArticle> newest = newest(SAMPLED_MEMBERS);
    int words = 0;
    for (MemberArticle member : newest) {
      words += member.vectors.length();
    }
    return (double) words / newest.size();
  }

  /** Returns the mean cosine of the newest members with each other; -1 if there is only one. */
  double cohesion() {
    if (Double.isNaN(cohesion)) {
      List<MemberArticle> newest = newest(SAMPLED_MEMBERS);
      double sum = 0;
      int pairs = 0;
      for (int i = 1; i < newest.size(); i++) {
        TermLookup words = newest.get(i).vectors.words().lookup();
        for (int j = 0; j < i; j++) {
          sum += newest.get(j).vectors.words().cosine(words);
          pairs++;
        }
      }
      cohesion = pairs == 0 ? -1 : sum / pairs;
    }
    return cohesion;
  }
}
