/** What is kept, held against what was decided. */
@NullMarked
package io.sectorwatch.processor.state;

import org.jspecify.annotations.NullMarked;
