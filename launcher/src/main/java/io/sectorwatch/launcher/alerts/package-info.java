/** The alerts as people and programs read them. */
@NullMarked
package io.sectorwatch.launcher.alerts;

import org.jspecify.annotations.NullMarked;
