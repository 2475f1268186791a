/** JSON-stat 1 and 2, as Eurostat and offices with PxWeb have them. */
@NullMarked
package io.sectorwatch.ingest.format.jsonstat;

import org.jspecify.annotations.NullMarked;
