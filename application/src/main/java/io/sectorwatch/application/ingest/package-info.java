/** What a person sees of ingesting: progress, what was rejected, what is news. */
@NullMarked
package io.sectorwatch.application.ingest;

import org.jspecify.annotations.NullMarked;
