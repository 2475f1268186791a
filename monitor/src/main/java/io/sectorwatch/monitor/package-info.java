/** The monitor: the topics in a database, and what is served from it. */
@NullMarked
package io.sectorwatch.monitor;

import org.jspecify.annotations.NullMarked;
