/** The command {@code storywire run}: an instance of the service. */
@NullMarked
package dev.storywire.app.service;

import org.jspecify.annotations.NullMarked;
