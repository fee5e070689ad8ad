package dev.storywire.story;

import java.util.ArrayList;
import java.util.List;

/** A story in working memory: its remembered members, in the order they came. */
final class StoryState {
  final String id;
  final List<MemberArticle> members = new ArrayList<>();

  StoryState(String id) {
    this.id = id;
  }

  MemberArticle newest() {
    return members.get(members.size() - 1);
  }

  MemberArticle oldest() {
    return members.get(0);
  }
}
