/** An instance of the service: its settings, its life, and what stands in front of several. */
@NullMarked
package dev.storywire.app.service;

import org.jspecify.annotations.NullMarked;
