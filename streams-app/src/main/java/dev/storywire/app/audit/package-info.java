/** Counts the results of raw records, and checks the topics against the contract. */
@NullMarked
package dev.storywire.app.audit;

import org.jspecify.annotations.NullMarked;
