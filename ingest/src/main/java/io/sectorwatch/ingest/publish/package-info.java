@NullMarked
package io.sectorwatch.ingest.publish;

import org.jspecify.annotations.NullMarked;
