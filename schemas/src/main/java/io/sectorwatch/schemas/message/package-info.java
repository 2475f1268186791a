/** The messages of the contract, as values. */
@NullMarked
package io.sectorwatch.schemas.message;

import org.jspecify.annotations.NullMarked;
