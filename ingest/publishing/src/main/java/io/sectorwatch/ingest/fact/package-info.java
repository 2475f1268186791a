/** Facts in the order in which they become known, however many they are. */
@NullMarked
package io.sectorwatch.ingest.fact;

import org.jspecify.annotations.NullMarked;
