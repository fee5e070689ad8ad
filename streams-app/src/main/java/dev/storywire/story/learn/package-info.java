/**
 * What labelled news is for: training the models that decide about stories, and scoring the stories
 * that come out. Nothing of it runs in the service.
 */
@NullMarked
package dev.storywire.story.learn;

import org.jspecify.annotations.NullMarked;
