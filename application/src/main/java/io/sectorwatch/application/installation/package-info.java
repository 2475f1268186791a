/** An installation at work in this process: its data directory, its server, its topics, its processor. */
@NullMarked
package io.sectorwatch.application.installation;

import org.jspecify.annotations.NullMarked;
