/** Workbooks of Excel, sheet by sheet as the text of a table. */
@NullMarked
package io.sectorwatch.ingest.workbook;

import org.jspecify.annotations.NullMarked;
