package io.sectorwatch.launcher.command;

import org.jspecify.annotations.Nullable;

/** This program. */
final class Software {
    /** Its version; that of a build that was not packaged has no number. */
    static String version() {
        @Nullable String version = Software.class.getPackage().getImplementationVersion();
        return "sectorwatch " + (version == null ? "development" : version);
    }

    private Software() {}
}
