package io.sectorwatch.monitor.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** A calendar of whole days as RFC 5545 writes it: lines of at most 75 bytes, longer ones folded. The same days, the same bytes. */
final class Calendar {
    private static final int WIDTH = 75;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Calendar() {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Sectorwatch//Releases//EN");
        line("CALSCALE:GREGORIAN");
    }

    /** Adds a day, as in 2024-02-23. */
    void day(String uid, String day, String summary, String description) {
        String date = day.replace("-", "");
        line("BEGIN:VEVENT");
        line("UID:" + text(uid));
        line("DTSTAMP:" + date + "T000000Z");
        line("DTSTART;VALUE=DATE:" + date);
        line("SUMMARY:" + text(summary));
        line("DESCRIPTION:" + text(description));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    byte[] bytes() {
        line("END:VCALENDAR");
        return out.toByteArray();
    }

    private static String text(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    private void line(String line) {
        int width = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            byte[] bytes = Character.toString(character).getBytes(UTF_8);
            if (width + bytes.length > WIDTH) {
                out.writeBytes("\r\n ".getBytes(UTF_8));
                width = 1;
            }
            out.writeBytes(bytes);
            width += bytes.length;
            i += Character.charCount(character);
        }
        out.writeBytes("\r\n".getBytes(UTF_8));
    }
}
