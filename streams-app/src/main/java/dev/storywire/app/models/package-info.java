/** Commands that train and evaluate the shipped models. */
@NullMarked
package dev.storywire.app.models;

import org.jspecify.annotations.NullMarked;
