/** What every target is: a translation and a call. */
@NullMarked
package io.sectorwatch.deliver.targets;

import org.jspecify.annotations.NullMarked;
