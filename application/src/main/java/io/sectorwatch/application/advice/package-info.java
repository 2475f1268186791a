/** How to say what somebody may do next. */
@NullMarked
package io.sectorwatch.application.advice;

import org.jspecify.annotations.NullMarked;
