/** What is unpacked, installed and deployed, held against those who read it. */
@NullMarked
package io.sectorwatch.packaging;

import org.jspecify.annotations.NullMarked;
