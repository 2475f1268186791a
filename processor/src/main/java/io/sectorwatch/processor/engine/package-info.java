@NullMarked
package io.sectorwatch.processor.engine;

import org.jspecify.annotations.NullMarked;
