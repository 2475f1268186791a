/** How fast Sectorwatch is on this machine, and whether what it decided so fast is right. */
@NullMarked
package io.sectorwatch.benchmark;

import org.jspecify.annotations.NullMarked;
