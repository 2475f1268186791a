/** Rules tested like code: events in, transitions expected, through the real topology. */
@NullMarked
package io.sectorwatch.processor.scenario;

import org.jspecify.annotations.NullMarked;
