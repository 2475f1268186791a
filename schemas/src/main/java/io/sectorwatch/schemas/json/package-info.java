/** Messages as JSON, read without mercy and written with the same bytes for the same content. */
@NullMarked
package io.sectorwatch.schemas.json;

import org.jspecify.annotations.NullMarked;
