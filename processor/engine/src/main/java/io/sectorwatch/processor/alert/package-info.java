/** One rule on one series: its fold over the periods, its alert, and how an alert is told. */
@NullMarked
package io.sectorwatch.processor.alert;

import org.jspecify.annotations.NullMarked;
