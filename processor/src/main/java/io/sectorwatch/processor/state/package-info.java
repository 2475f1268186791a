@NullMarked
package io.sectorwatch.processor.state;

import org.jspecify.annotations.NullMarked;
