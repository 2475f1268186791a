package io.sectorwatch.ingest.format.registry;

import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.table.ByteOrderMark;
import io.sectorwatch.ingest.format.table.TableRecognition;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells a format by the first bytes. */
final class Recognition {
    private static final Pattern PAGE = Pattern.compile(
            "\\A\\s*(?:<!--.*?-->\\s*)*(?:<\\?xml[^>]*>\\s*)?(?:<!doctype\\s+html|<html|<head|<body)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TITLE =
            Pattern.compile("<title[^>]{0,200}>\\s*([^<]{1,200}?)\\s*<", Pattern.CASE_INSENSITIVE);

    /** How other files begin, in Latin-1. */
    private static final Map<String, String> OTHERS = Map.of(
            "%PDF", "a PDF document: look for the table's own download",
            "\u00d0\u00cf\u0011\u00e0", "a workbook of an old Excel: save the sheet as CSV",
            "PAR1", "a Parquet file: save it as CSV",
            "SQLite format 3", "a database of SQLite: save a table as CSV",
            "BZh", "packed with bzip2: unpack it first",
            "\u00fd7zXZ", "packed with xz: unpack it first",
            "7z\u00bc\u00af", "packed with 7-Zip: unpack it first",
            "(\u00b5/\u00fd", "packed with zstd: unpack it first",
            "Rar!", "packed with RAR: unpack it first");

    static Format of(byte[] head, @Nullable Charset encoding) throws UnreadableException {
        requireText(head, encoding);
        String text = decoded(head, encoding);
        String start = text.stripLeading();
        if (start.isEmpty()) {
            throw new UnreadableException("the file is empty");
        }
        Matcher page = PAGE.matcher(text);
        if (page.lookingAt()) {
            Matcher title = TITLE.matcher(text);
            throw new UnreadableException("this is a web page" + (title.find() ? " ('" + title.group(1) + "')" : "")
                    + " and no data: maybe the error page of a server or a proxy");
        }
        return switch (start.charAt(0)) {
            case '<' -> XmlRecognition.of(start);
            case '{', '[' -> JsonRecognition.of(start);
            default -> table(start);
        };
    }

    private static Format table(String text) throws UnreadableException {
        try {
            return TableRecognition.of(text);
        } catch (UnreadableException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail", e);
        }
    }

    private static void requireText(byte[] head, @Nullable Charset encoding) throws UnreadableException {
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

    private static String decoded(byte[] head, @Nullable Charset encoding) {
        ByteOrderMark mark = ByteOrderMark.of(head);
        Charset charset =
                mark.charset() != null ? mark.charset() : encoding != null ? encoding : StandardCharsets.UTF_8;
        return new String(head, mark.length(), head.length - mark.length(), charset);
    }

    private Recognition() {}
}
