/** The alerts as people and programs read them. */
@NullMarked
package io.sectorwatch.application.alerts;

import org.jspecify.annotations.NullMarked;
