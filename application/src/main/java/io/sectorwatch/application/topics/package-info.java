/** The topics of an installation: which there are, and how they must be. */
@NullMarked
package io.sectorwatch.application.topics;

import org.jspecify.annotations.NullMarked;
