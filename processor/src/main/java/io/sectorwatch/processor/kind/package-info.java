@NullMarked
package io.sectorwatch.processor.kind;

import org.jspecify.annotations.NullMarked;
