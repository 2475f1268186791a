/**
 * From the rows of a publisher to facts: a mapping, written by a person, says which component of a row is what, and a
 * {@link io.sectorwatch.ingest.mapping.Mapper} applies it.
 */
@NullMarked
package io.sectorwatch.ingest.mapping;

import org.jspecify.annotations.NullMarked;
