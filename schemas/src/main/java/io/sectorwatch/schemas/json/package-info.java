@NullMarked
package io.sectorwatch.schemas.json;

import org.jspecify.annotations.NullMarked;
