package io.sectorwatch.ingest.unpack;

import io.sectorwatch.ingest.format.UnreadableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of an archive's members: which are refused, and which are left out. */
final class MemberName {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern MACOS = Pattern.compile("(?:^|[/\\\\])__MACOSX(?:[/\\\\]|$)");

    /** What publishers pack beside their data, by the name of the file. */
    private static final Map<Pattern, String> OTHERS = others();

    private static final Pattern OFFICE = Pattern.compile("\\[Content_Types]\\.xml|mimetype|META-INF/manifest\\.xml");

    private static Map<Pattern, String> others() {
        Map<Pattern, String> others = new LinkedHashMap<>();
        BiConsumer<String, String> add =
                (why, names) -> others.put(Pattern.compile(names, Pattern.CASE_INSENSITIVE), why);
        add.accept("a hidden file", "\\..*");
        add.accept("what a file manager adds", "thumbs\\.db|desktop\\.ini");
        add.accept(
                "the World Bank's notes on countries and indicators",
                "Metadata_.*\\.csv|WDI(?:Country|Series|" + "footnote|country-series|series-time)\\.csv");
        add.accept(
                "notes on the data",
                "(?:.*[._-])?meta-?data(?:[._-][^.]*)?\\.(?:json|jsonld|xml|txt|csv|md|ya?ml)"
                        + "|(?:.*[._-])?(?:read[_-]?me|release[_-]?notes|notes|about|changelog|citation|codebook|documentation)"
                        + "(?:[._-][a-z]{2})?(?:\\.(?:md|txt|rst|html?|json|cff|bib|rtf))?");
        add.accept(
                "a licence",
                "(?:.*[._-])?(?:licen[cs]e|copying|copyright|notice|terms)(?:[._-][^.]*)?"
                        + "(?:\\.(?:md|txt|rst|html?|rtf))?");
        add.accept(
                "a description of the package",
                "data-?package\\.json|croissant\\.json|ro-crate-metadata\\.json"
                        + "|manifest(?:\\.(?:json|xml|txt))?|.*\\.(?:md5|sha1|sha256|asc|sig)|(?:md5|sha256)sums?(?:\\.txt)?");
        add.accept(
                "a structure or code list",
                "(?:.*[._-])?(?:structures?|dsd|codelists?|code[_-]lists?|schema|table-schema)"
                        + "(?:[._-][^.]*)?\\.(?:xml|json|xsd|csv)|.*\\.xsd|.*_(?:AreaCodes|ItemCodes|Flags|Elements)\\.csv");
        add.accept("a picture", ".*\\.(?:png|jpe?g|gif|svg|webp|tiff?|ico|bmp)");
        add.accept("a document", ".*\\.(?:pdf|docx?|pptx?|odt|rtf|epub|tex)");
        add.accept("part of a web page", ".*\\.(?:html?|css|js)");
        return others;
    }

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
                    "it is an OpenDocument sheet (.ods) or another document of an office program: save the sheet as .xlsx or"
                            + " CSV");
        }
    }

    /** Why a member is no data; null where it may be. */
    static @Nullable String whyNoData(String name) {
        if (MACOS.matcher(name).find()) {
            return "what macOS adds to archives";
        }
        String file = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
        for (Map.Entry<Pattern, String> other : OTHERS.entrySet()) {
            if (other.getKey().matcher(file).matches()) {
                return other.getValue();
            }
        }
        return null;
    }

    /** A name for a message. */
    static String shown(String name) {
        String printable = name.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 200 ? printable.substring(0, 200) + '…' : printable;
    }

    private MemberName() {}
}
