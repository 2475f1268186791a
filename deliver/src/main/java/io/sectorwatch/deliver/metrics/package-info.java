/** What an operator watches of the delivery. */
@NullMarked
package io.sectorwatch.deliver.metrics;

import org.jspecify.annotations.NullMarked;
