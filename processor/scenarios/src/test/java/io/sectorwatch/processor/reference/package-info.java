/**
 * A second, deliberately slow reading of the contract, to hold the processor against: on every event it works everything
 * out anew from all that is known. It shares only the messages with the processor.
 */
@NullMarked
package io.sectorwatch.processor.reference;

import org.jspecify.annotations.NullMarked;
