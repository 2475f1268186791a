/** Codes that somebody asks for: which of them nothing has, and which were meant. */
@NullMarked
package io.sectorwatch.application.codes;

import org.jspecify.annotations.NullMarked;
