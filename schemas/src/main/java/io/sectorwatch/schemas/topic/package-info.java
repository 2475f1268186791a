@NullMarked
package io.sectorwatch.schemas.topic;

import org.jspecify.annotations.NullMarked;
