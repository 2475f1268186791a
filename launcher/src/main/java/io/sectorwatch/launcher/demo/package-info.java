/** The demonstration: what it publishes. */
@NullMarked
package io.sectorwatch.launcher.demo;

import org.jspecify.annotations.NullMarked;
