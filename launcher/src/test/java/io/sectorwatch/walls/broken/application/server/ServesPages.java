package io.sectorwatch.walls.broken.application.server;

import io.javalin.Javalin;

/** Has a web server of its own. */
public record ServesPages(Javalin server) {}
