package io.sectorwatch.ingest.unpack;

import io.sectorwatch.ingest.format.UnreadableException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of an archive's members: which are refused, and which are left out. */
final class MemberName {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern METADATA = Pattern.compile("Metadata_.*\\.csv");
    private static final Pattern OFFICE = Pattern.compile("\\[Content_Types]\\.xml|mimetype|META-INF/manifest\\.xml");

    /** Refuses a name that leads out of a folder: nothing is written, but whoever made it meant harm. */
    static void requireHarmless(String name) throws UnreadableException {
        List<String> parts = List.of(name.split("[/\\\\]", -1));
        if (parts.get(0).isEmpty()
                || parts.contains("..")
                || DRIVE.matcher(name).matches()
                || name.indexOf('\0') >= 0) {
            throw new UnreadableException("the zip archive has a member '" + shown(name)
                    + "', whose name leads out of the archive: it is not to be trusted");
        }
    }

    /** Refuses what is an archive only inwardly. */
    static void requireNoDocument(String name) throws UnreadableException {
        if (OFFICE.matcher(name).matches()) {
            throw new UnreadableException(
                    "it is a workbook or another document of an office program: save the sheet as CSV");
        }
    }

    /** Why a member is no data; null where it may be. */
    static @Nullable String whyNoData(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        if (name.startsWith("__MACOSX/")) {
            return "what macOS adds to archives";
        }
        if (file.startsWith(".")) {
            return "a hidden file";
        }
        return METADATA.matcher(file).matches() ? "the World Bank's notes on countries and indicators" : null;
    }

    /** A name for a message. */
    static String shown(String name) {
        String printable = name.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 200 ? printable.substring(0, 200) + '…' : printable;
    }

    private MemberName() {}
}
