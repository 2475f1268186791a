/** What Eurostat's statistics API answers. */
@NullMarked
package io.sectorwatch.ingest.eurostat;

import org.jspecify.annotations.NullMarked;
