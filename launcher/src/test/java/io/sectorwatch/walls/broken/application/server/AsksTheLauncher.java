package io.sectorwatch.walls.broken.application.server;

import io.sectorwatch.launcher.command.Shutdown;

public record AsksTheLauncher(Shutdown shutdown) {}
