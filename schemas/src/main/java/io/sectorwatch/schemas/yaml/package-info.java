/** Files that people write in YAML, read so that every mistake is found at once and named with its place. */
@NullMarked
package io.sectorwatch.schemas.yaml;

import org.jspecify.annotations.NullMarked;
