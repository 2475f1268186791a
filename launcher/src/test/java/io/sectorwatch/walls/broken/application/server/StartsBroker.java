package io.sectorwatch.walls.broken.application.server;

import kafka.server.KafkaRaftServer;

public record StartsBroker(KafkaRaftServer server) {}
