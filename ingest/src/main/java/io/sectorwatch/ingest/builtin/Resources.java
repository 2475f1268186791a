package io.sectorwatch.ingest.builtin;

import java.io.InputStream;

/** The files of the built-in sets. */
final class Resources {
    static InputStream open(String name) {
        InputStream in = Resources.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the built-in file " + name + " is missing");
        }
        return in;
    }

    private Resources() {}
}
