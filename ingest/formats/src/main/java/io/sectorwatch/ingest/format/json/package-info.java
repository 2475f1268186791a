/** What readers of JSON formats share: hardened reading, and keeping aside what comes before it can be understood. */
@NullMarked
package io.sectorwatch.ingest.format.json;

import org.jspecify.annotations.NullMarked;
