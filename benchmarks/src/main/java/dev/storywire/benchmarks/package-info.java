/** JMH benchmarks of the inner loops, with generated articles, and a load on the HTTP API. */
@NullMarked
package dev.storywire.benchmarks;

import org.jspecify.annotations.NullMarked;
