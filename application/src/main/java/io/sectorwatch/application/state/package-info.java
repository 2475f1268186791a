/** What the processor keeps on the server: whether it is still there, and how to make it again. */
@NullMarked
package io.sectorwatch.application.state;

import org.jspecify.annotations.NullMarked;
