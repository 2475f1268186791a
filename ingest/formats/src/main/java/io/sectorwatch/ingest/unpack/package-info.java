/** Between a source of bytes and everything that reads them: what is packed is unpacked, within limits, on the fly. */
@NullMarked
package io.sectorwatch.ingest.unpack;

import org.jspecify.annotations.NullMarked;
