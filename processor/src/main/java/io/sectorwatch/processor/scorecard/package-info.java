@NullMarked
package io.sectorwatch.processor.scorecard;

import org.jspecify.annotations.NullMarked;
