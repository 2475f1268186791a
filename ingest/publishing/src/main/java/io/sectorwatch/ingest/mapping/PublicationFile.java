package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.mapping.MappingFields.Form;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The part of a mapping that says when its facts became known. */
final class PublicationFile {
    static Publication read(MappingFields fields) {
        if (!fields.has("published") || fields.isText("published")) {
            String when = fields.choice("published", "prepared", "prepared", "given");
            return when.equals("given") ? Publication.GIVEN : Publication.PREPARED;
        }
        MappingFields object = fields.object("published");
        Field row = object.components(Form.TEXT, List.of());
        @Nullable DateTimeFormatter form = null;
        if (object.has("form")) {
            try {
                form = DateTimeFormatter.ofPattern(object.text("form"), Locale.ROOT);
            } catch (IllegalArgumentException e) {
                object.wrong("form", "is no pattern such as dd/MM/yyyy HH:mm:ss (" + e.getMessage() + ")");
            }
        }
        ZoneId zone = ZoneOffset.UTC;
        if (object.has("zone")) {
            try {
                zone = ZoneId.of(object.text("zone"));
            } catch (DateTimeException e) {
                object.wrong("zone", "is no time zone such as Europe/Luxembourg or +08:00 (" + e.getMessage() + ")");
            }
        }
        boolean lastDay = object.choice("vague", "reject", "reject", "last-day").equals("last-day");
        object.noOthers();
        return new Publication(row, false, form, zone, lastDay);
    }

    private PublicationFile() {}
}
