@NullMarked
package io.sectorwatch.ingest.builtin;

import org.jspecify.annotations.NullMarked;
