/**
 * What statistical services answer, brought home whole or not at all. The JDK's own client does the talking: no library adds
 * anything that is needed here, and this one streams, waits for nobody unasked and knows the JVM's proxies.
 */
@NullMarked
package io.sectorwatch.ingest.web;

import org.jspecify.annotations.NullMarked;
