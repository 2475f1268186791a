/** What the database says, as JSON: the answers of the API. */
@NullMarked
package io.sectorwatch.monitor.read;

import org.jspecify.annotations.NullMarked;
