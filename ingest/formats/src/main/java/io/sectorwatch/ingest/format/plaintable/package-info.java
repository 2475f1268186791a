/** Any table with a header, for what is no observation. */
@NullMarked
package io.sectorwatch.ingest.format.plaintable;

import org.jspecify.annotations.NullMarked;
