/** JMH benchmarks of the inner loops, on articles made up on the spot. */
@NullMarked
package dev.storywire.benchmarks;

import org.jspecify.annotations.NullMarked;
