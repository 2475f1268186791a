/** What is remembered of sources that are read again and again, beside what stands on the topics. */
@NullMarked
package io.sectorwatch.ingest.watch;

import org.jspecify.annotations.NullMarked;
