/** JMH benchmarks of the inner loops, with generated articles. */
@NullMarked
package dev.storywire.benchmarks;

import org.jspecify.annotations.NullMarked;
