@NullMarked
package io.sectorwatch.schemas.series;

import org.jspecify.annotations.NullMarked;
