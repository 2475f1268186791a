/** The file of targets. */
@NullMarked
package io.sectorwatch.deliver.config;

import org.jspecify.annotations.NullMarked;
