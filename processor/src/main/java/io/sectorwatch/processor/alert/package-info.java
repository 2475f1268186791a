@NullMarked
package io.sectorwatch.processor.alert;

import org.jspecify.annotations.NullMarked;
