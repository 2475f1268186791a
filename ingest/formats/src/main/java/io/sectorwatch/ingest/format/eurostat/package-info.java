/** What Eurostat's statistics API answers. */
@NullMarked
package io.sectorwatch.ingest.format.eurostat;

import org.jspecify.annotations.NullMarked;
