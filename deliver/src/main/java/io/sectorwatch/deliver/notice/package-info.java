/** What a target is told. */
@NullMarked
package io.sectorwatch.deliver.notice;

import org.jspecify.annotations.NullMarked;
