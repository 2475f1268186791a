/** What targets have refused. */
@NullMarked
package io.sectorwatch.deliver.parked;

import org.jspecify.annotations.NullMarked;
