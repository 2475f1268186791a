@NullMarked
package io.sectorwatch.processor.serde;

import org.jspecify.annotations.NullMarked;
