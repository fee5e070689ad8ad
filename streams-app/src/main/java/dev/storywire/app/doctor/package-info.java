/** What the service stands on, looked at one by one, and what to do where something is wrong. */
@NullMarked
package dev.storywire.app.doctor;

import org.jspecify.annotations.NullMarked;
