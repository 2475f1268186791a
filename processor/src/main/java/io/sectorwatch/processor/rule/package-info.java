@NullMarked
package io.sectorwatch.processor.rule;

import org.jspecify.annotations.NullMarked;
