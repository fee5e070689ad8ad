package dev.storywire.story.state;

/**
 * The decision of an editor on the story of an article. It has precedence over all rules.
 *
 * @param edit id of the edit
 * @param storyId the story, which may have been merged since
 * @param because the reason of the verdict
 */
public record Placement(String edit, String storyId, String because) {}
