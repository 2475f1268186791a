@NullMarked
package io.sectorwatch.processor.series;

import org.jspecify.annotations.NullMarked;
