package io.sectorwatch.ingest.unpack;

import io.sectorwatch.ingest.format.UnreadableException;

/** The directory at the end of a zip archive: only there is said how many members it has, and that it is whole. */
final class ZipDirectory {
    private static final int LENGTH = 22;
    private static final int TOTAL = 10;
    private static final int MANY = 0xffff;

    /**
     * Holds the members found against the directory.
     *
     * @param tail the archive's last bytes
     */
    static void requireLists(int members, byte[] tail) throws UnreadableException {
        for (int i = tail.length - LENGTH; i >= 0; i--) {
            if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
                int listed = (tail[i + TOTAL] & 0xff) | (tail[i + TOTAL + 1] & 0xff) << 8;
                if (listed != members && listed != MANY) {
                    throw new UnreadableException("the zip archive is damaged: its directory lists " + listed
                            + " members, but " + members + " were found");
                }
                return;
            }
        }
        throw new UnreadableException("the zip archive is cut off: the directory at its end is missing; load it again");
    }

    private ZipDirectory() {}
}
