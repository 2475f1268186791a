@NullMarked
package io.sectorwatch.processor.count;

import org.jspecify.annotations.NullMarked;
