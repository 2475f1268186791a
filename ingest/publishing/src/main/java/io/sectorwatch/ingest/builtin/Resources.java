package io.sectorwatch.ingest.builtin;

import java.io.InputStream;

/** The files beside these classes. */
final class Resources {
    /** Opens one that must be there. */
    static InputStream open(String name) {
        InputStream in = Resources.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("this build of Sectorwatch lacks its file " + name);
        }
        return in;
    }

    private Resources() {}
}
