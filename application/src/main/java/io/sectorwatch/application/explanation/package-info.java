/** One alert explained: from its rule down to each figure that it rests on. */
@NullMarked
package io.sectorwatch.application.explanation;

import org.jspecify.annotations.NullMarked;
