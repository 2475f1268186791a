@NullMarked
package io.sectorwatch.ingest;

import org.jspecify.annotations.NullMarked;
