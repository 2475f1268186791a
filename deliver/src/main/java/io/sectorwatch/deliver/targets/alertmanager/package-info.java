/** Prometheus Alertmanager, which is told again and again what is open. */
@NullMarked
package io.sectorwatch.deliver.targets.alertmanager;

import org.jspecify.annotations.NullMarked;
