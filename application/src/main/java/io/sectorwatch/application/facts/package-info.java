/** Facts as they stand on the topics, and what is done about one that should not stand there. */
@NullMarked
package io.sectorwatch.application.facts;

import org.jspecify.annotations.NullMarked;
