/** Rules as they are brought to their topic and found there, and the tests of rules as people read them. */
@NullMarked
package io.sectorwatch.application.rules;

import org.jspecify.annotations.NullMarked;
