/** JSON-stat 2.0, as Eurostat has it. */
@NullMarked
package io.sectorwatch.ingest.format.jsonstat;

import org.jspecify.annotations.NullMarked;
