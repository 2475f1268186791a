/** The commands of the command line, and what they share. */
@NullMarked
package io.sectorwatch.launcher.command;

import org.jspecify.annotations.NullMarked;
