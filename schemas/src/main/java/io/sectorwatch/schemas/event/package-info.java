@NullMarked
package io.sectorwatch.schemas.event;

import org.jspecify.annotations.NullMarked;
