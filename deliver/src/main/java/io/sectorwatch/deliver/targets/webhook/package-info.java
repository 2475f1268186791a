/** CloudEvents over HTTP, signed where wanted, or a line for chat. */
@NullMarked
package io.sectorwatch.deliver.targets.webhook;

import org.jspecify.annotations.NullMarked;
