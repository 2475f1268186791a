/** From the topics into the tables: each batch with the offsets behind it in one transaction. */
@NullMarked
package io.sectorwatch.monitor.intake;

import org.jspecify.annotations.NullMarked;
