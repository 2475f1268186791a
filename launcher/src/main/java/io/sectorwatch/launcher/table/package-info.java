/** What a person reads: tables, lines and sentences within the width of a terminal. */
@NullMarked
package io.sectorwatch.launcher.table;

import org.jspecify.annotations.NullMarked;
