/** The kinds of rule: what each measures, looks at and says. */
@NullMarked
package io.sectorwatch.processor.kind;

import org.jspecify.annotations.NullMarked;
