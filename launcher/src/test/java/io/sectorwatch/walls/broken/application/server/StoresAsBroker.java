package io.sectorwatch.walls.broken.application.server;

import org.apache.kafka.server.common.MetadataVersion;

public record StoresAsBroker(MetadataVersion version) {}
