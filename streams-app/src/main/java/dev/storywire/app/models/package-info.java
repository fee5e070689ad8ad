/** The models that ship with the service: made, and measured on labelled data. */
@NullMarked
package dev.storywire.app.models;

import org.jspecify.annotations.NullMarked;
