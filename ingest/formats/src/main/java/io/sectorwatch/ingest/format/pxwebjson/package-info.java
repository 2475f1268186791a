/** The JSON that PxWeb answers where nobody asks it for JSON-stat. */
@NullMarked
package io.sectorwatch.ingest.format.pxwebjson;

import org.jspecify.annotations.NullMarked;
