/** What the processor could not accept, and its second try. */
@NullMarked
package io.sectorwatch.application.deadletters;

import org.jspecify.annotations.NullMarked;
