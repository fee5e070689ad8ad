package dev.storywire.story.state;

/**
 * The headline that an editor has chosen for a story.
 *
 * @param edit id of the edit
 * @param uri the article whose headline it is
 */
public record PinnedHeadline(String edit, String uri, String headline) {}
