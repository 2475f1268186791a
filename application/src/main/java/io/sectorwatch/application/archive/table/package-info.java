/** Facts as tables for spreadsheets and data frames. */
@NullMarked
package io.sectorwatch.application.archive.table;

import org.jspecify.annotations.NullMarked;
