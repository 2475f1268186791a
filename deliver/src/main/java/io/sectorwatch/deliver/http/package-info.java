/** One request, and what its answer means. */
@NullMarked
package io.sectorwatch.deliver.http;

import org.jspecify.annotations.NullMarked;
