/** XML formats of news agencies: NewsML-G2, NewsML 1 and NITF. */
@NullMarked
package dev.storywire.producer.formats.agency;

import org.jspecify.annotations.NullMarked;
