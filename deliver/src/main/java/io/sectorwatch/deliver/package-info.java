/** Hands alerts on to the tools that people already have. */
@NullMarked
package io.sectorwatch.deliver;

import org.jspecify.annotations.NullMarked;
