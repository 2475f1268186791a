/** The tables: where they are, how they came to be, and the SQL that reads and writes them. */
@NullMarked
package io.sectorwatch.monitor.database;

import org.jspecify.annotations.NullMarked;
