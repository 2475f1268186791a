/** The fields of the file of targets, and the secrets they name. */
@NullMarked
package io.sectorwatch.deliver.field;

import org.jspecify.annotations.NullMarked;
