@NullMarked
package io.sectorwatch.processor.scenario;

import org.jspecify.annotations.NullMarked;
