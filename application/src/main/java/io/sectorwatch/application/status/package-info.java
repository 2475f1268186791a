/** How an installation stands: whether anybody decides, how far behind, and what else is not as it should be. */
@NullMarked
package io.sectorwatch.application.status;

import org.jspecify.annotations.NullMarked;
