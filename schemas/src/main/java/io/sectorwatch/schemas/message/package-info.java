@NullMarked
package io.sectorwatch.schemas.message;

import org.jspecify.annotations.NullMarked;
