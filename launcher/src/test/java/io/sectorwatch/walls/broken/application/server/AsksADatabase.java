package io.sectorwatch.walls.broken.application.server;

import java.sql.Connection;

/** Has SQL of its own. */
public record AsksADatabase(Connection connection) {}
