/** What a person sees of ingesting: progress, what was rejected, what is news. */
@NullMarked
package io.sectorwatch.launcher.ingest;

import org.jspecify.annotations.NullMarked;
