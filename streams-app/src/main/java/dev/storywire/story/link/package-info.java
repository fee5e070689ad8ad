/** Links between stories of different lanes: the memory of signatures, and the rule. */
@NullMarked
package dev.storywire.story.link;

import org.jspecify.annotations.NullMarked;
