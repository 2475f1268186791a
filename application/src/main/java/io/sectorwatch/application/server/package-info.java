/** The Kafka server in use, whether embedded or somebody else's: its address, its topics. */
@NullMarked
package io.sectorwatch.application.server;

import org.jspecify.annotations.NullMarked;
