package io.sectorwatch.processor.state;

/** What was kept was written by a version whose format this one does not know. Nothing was decided or written on it. */
public final class UnknownFormatException extends RuntimeException {
    private UnknownFormatException(String found) {
        super(found + ": start the version that wrote it, or delete the topic ...-" + DecisionStore.NAME
                + "-changelog and start once with --rebuild-state");
    }

    /** For a format with a number. */
    static UnknownFormatException of(String what, int version, int known) {
        return new UnknownFormatException(what + " is of format " + version + ", and this version reads " + known);
    }

    /** For a kind of entry. */
    static UnknownFormatException ofEntry(String key) {
        return new UnknownFormatException("the state holds '" + key + "', which this version does not know");
    }
}
