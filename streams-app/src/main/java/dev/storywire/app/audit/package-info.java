/** What became of the raw records: counted, and held against what is promised of the topics. */
@NullMarked
package dev.storywire.app.audit;

import org.jspecify.annotations.NullMarked;
