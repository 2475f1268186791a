/** Rules tried on the facts of the database, in the order in which these became known. */
@NullMarked
package io.sectorwatch.monitor.trial;

import org.jspecify.annotations.NullMarked;
