/** What readers of XML formats share: hardened reading, and a look at the first element. */
@NullMarked
package io.sectorwatch.ingest.format.xml;

import org.jspecify.annotations.NullMarked;
