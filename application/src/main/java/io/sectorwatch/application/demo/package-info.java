/** The demonstration: what it publishes. */
@NullMarked
package io.sectorwatch.application.demo;

import org.jspecify.annotations.NullMarked;
