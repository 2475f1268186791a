package io.sectorwatch.ingest.format.registry;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.json.JsonOutline;
import io.sectorwatch.ingest.format.table.ByteOrderMark;
import io.sectorwatch.ingest.format.table.Listed;
import io.sectorwatch.ingest.format.table.TableStart;
import io.sectorwatch.ingest.format.xml.XmlRoot;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is of none of the formats, and how to tell a person so. */
final class OtherContent {
    private static final Pattern PAGE = Pattern.compile(
            "\\A\\s*(?:<!--.*?-->\\s*)*(?:<\\?xml[^>]*>\\s*)?(?:<!doctype\\s+html|<html|<head|<body)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TITLE =
            Pattern.compile("<title[^>]{0,200}>\\s*([^<]{1,200}?)\\s*<", Pattern.CASE_INSENSITIVE);

    /** How other files begin, in Latin-1. */
    private static final Map<String, String> OTHERS = Map.of(
            "%PDF", "a PDF document: look for the table's own download",
            "\u00d0\u00cf\u0011\u00e0",
                    "a workbook of an old Excel (.xls), or one with a password: save it as .xlsx or CSV",
            "PAR1", "a Parquet file: save it as CSV",
            "SQLite format 3", "a database of SQLite: save a table as CSV",
            "BZh", "packed with bzip2: unpack it first",
            "\u00fd7zXZ", "packed with xz: unpack it first",
            "7z\u00bc\u00af", "packed with 7-Zip: unpack it first",
            "(\u00b5/\u00fd", "packed with zstd: unpack it first",
            "Rar!", "packed with RAR: unpack it first");

    private static final Set<String> OF_ERRORS = Set.of(
            "Message", "detail", "error", "error_code", "error_message", "errors", "exception", "fault", "message");
    private static final Set<String> XML_ERRORS =
            Set.of("error", "errors", "exception", "exceptionreport", "fault", "serviceexceptionreport");
    private static final String SOAP = "Envelope";
    private static final Set<String> OF_WARNINGS = Set.of("warning", "warnings");
    private static final Pattern LATER = Pattern.compile("(?i)asynchron");
    private static final int MOST_FIELDS = 10;

    /** Throws UnreadableException for what is no text. */
    static void requireText(byte[] head, @Nullable Charset encoding) throws UnreadableException {
        String latin = new String(head, 0, Math.min(head.length, 4_096), StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            if (latin.startsWith(other.getKey())) {
                throw new UnreadableException("this is " + other.getValue());
            }
        }
        boolean wide = ByteOrderMark.of(head).charset() != null || encoding != null;
        if (!wide && ByteOrderMark.isMissingFrom(head)) {
            throw new UnreadableException(ByteOrderMark.MISSING);
        }
        long controls = latin.chars()
                .filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f')
                .count();
        if (!wide && controls > latin.length() / 20) {
            throw new UnreadableException("this is no text, and none of the known formats");
        }
    }

    /** Throws UnreadableException for a web page, and for nothing at all. */
    static void requireNoPage(String text) throws UnreadableException {
        if (text.isBlank()) {
            throw new UnreadableException("the file is empty");
        }
        Matcher page = PAGE.matcher(text);
        if (page.lookingAt()) {
            Matcher title = TITLE.matcher(text);
            throw new UnreadableException("this is a web page" + (title.find() ? " ('" + title.group(1) + "')" : "")
                    + " and no data: maybe the error page of a server or a proxy");
        }
    }

    /** What to say of a text that no format recognises. */
    static UnreadableException unknown(Beginning beginning) {
        if (beginning.startsWith('<')) {
            XmlRoot root = XmlRoot.of(beginning);
            if (XML_ERRORS.contains(root.name().toLowerCase(Locale.ROOT))) {
                return new UnreadableException("this is an error message of a service: "
                        + root.said(List.of("code", "exceptionCode", "id", "status", "message")));
            }
            if (root.name().equals(SOAP)) {
                return new UnreadableException("this is an answer of a service, and no data: " + root.said(List.of())
                        + later(beginning.text()));
            }
            return root.complaint()
                    .orElseGet(() -> new UnreadableException("this is XML with the root element '"
                            + Excerpt.of(root.name()) + "', and no data message of SDMX"));
        }
        if (beginning.startsWith('{') || beginning.startsWith('[')) {
            return json(JsonOutline.of(beginning));
        }
        return TableStart.of(beginning)
                .complaint()
                .orElseGet(() -> new UnreadableException(
                        "this is none of the known formats, and no table with a header: it begins with '"
                                + Listed.of(List.of(
                                        beginning.text().lines().findFirst().orElse("")))
                                + "'"));
    }

    private static UnreadableException json(JsonOutline json) {
        String fields = json.names().isEmpty()
                ? ""
                : json.names().stream()
                        .limit(MOST_FIELDS)
                        .map(Excerpt::of)
                        .collect(Collectors.joining(", ", " (its fields: ", ")"));
        if (json.isArray()) {
            return new UnreadableException("this is a JSON array of no known format" + fields
                    + "; messages of our own are one JSON object a line");
        }
        if (json.saysAny(OF_ERRORS)) {
            return new UnreadableException("this is an error message of a service: " + json.said(OF_ERRORS));
        }
        if (json.saysAny(OF_WARNINGS)) {
            String said = json.said(OF_WARNINGS);
            return new UnreadableException("this is a warning of a service, and no data: " + said + later(said));
        }
        return new UnreadableException("this is JSON of no known format" + fields);
    }

    private static String later(String said) {
        return LATER.matcher(said).find() ? " (it is still preparing the answer: ask for it again later)" : "";
    }

    private OtherContent() {}
}
