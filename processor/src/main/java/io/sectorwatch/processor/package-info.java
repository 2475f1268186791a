@NullMarked
package io.sectorwatch.processor;

import org.jspecify.annotations.NullMarked;
