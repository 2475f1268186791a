/** What the monitor serves over HTTP: API, event stream, feeds, metrics and page. */
@NullMarked
package io.sectorwatch.monitor.web;

import org.jspecify.annotations.NullMarked;
