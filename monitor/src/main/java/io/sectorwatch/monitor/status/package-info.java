/** How the installation stands, looked at every now and then, so that nobody who asks has to wait for the server. */
@NullMarked
package io.sectorwatch.monitor.status;

import org.jspecify.annotations.NullMarked;
