/** What readers of JSON formats share: hardened reading, a look at the beginning, and keeping aside what comes before it can be understood. */
@NullMarked
package io.sectorwatch.ingest.format.json;

import org.jspecify.annotations.NullMarked;
