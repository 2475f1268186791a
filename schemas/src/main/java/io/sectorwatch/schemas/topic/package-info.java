/** Names, partitions and settings of the topics. */
@NullMarked
package io.sectorwatch.schemas.topic;

import org.jspecify.annotations.NullMarked;
