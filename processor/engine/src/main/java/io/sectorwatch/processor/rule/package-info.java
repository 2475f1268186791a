/** Rules, read from YAML or JSON with every mistake named. */
@NullMarked
package io.sectorwatch.processor.rule;

import org.jspecify.annotations.NullMarked;
