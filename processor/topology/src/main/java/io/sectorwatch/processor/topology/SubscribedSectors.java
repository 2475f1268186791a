package io.sectorwatch.processor.topology;

/** Which sectors have a topic of their own for their alerts: asked of every transition, and so answered at once. */
@FunctionalInterface
public interface SubscribedSectors {
    boolean contains(String sector);
}
