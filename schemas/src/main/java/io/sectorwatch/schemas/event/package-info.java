/** Messages as CloudEvents in Kafka's binary mode, with ids derived from their content. */
@NullMarked
package io.sectorwatch.schemas.event;

import org.jspecify.annotations.NullMarked;
