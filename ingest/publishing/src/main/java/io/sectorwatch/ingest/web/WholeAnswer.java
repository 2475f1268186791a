package io.sectorwatch.ingest.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.sectorwatch.ingest.format.json.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Writes the answer that the World Bank's API would have given, had it put all observations on one page. Numbers are written
 * as texts of the same digits.
 */
final class WholeAnswer {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator out;
    private final PageHeader edition;

    /** Begins with the header of one of the pages; the stream stays open. */
    WholeAnswer(PageHeader edition, OutputStream stream) throws IOException {
        this.edition = edition;
        this.out = JSON.createGenerator(stream);
        out.writeStartArray();
        out.writeStartObject();
        for (String field : edition.fields().keySet()) {
            out.writeStringField(
                    field,
                    field.equals("page") || field.equals("pages")
                            ? "1"
                            : edition.fields().get(field));
        }
        out.writeEndObject();
        out.writeStartArray();
    }

    /**
     * Adds a page.
     *
     * @throws IncoherentPagesException if it is another page, or one of another edition
     */
    void add(int number, InputStream page) throws IOException {
        JsonInput json = new JsonInput(page);
        json.next();
        json.array("the answer", place -> {
            if (place == 0) {
                PageHeader header = PageHeader.read(json);
                if (!header.isOf(number) || !header.isOfTheSameEdition(edition)) {
                    throw new IncoherentPagesException(
                            header.pages().isEmpty()
                                    ? "page " + number + " is no page of observations"
                                    : "page " + number + " belongs to another edition than the pages before it");
                }
            } else if (place == 1) {
                json.array("the list of observations", ignored -> copy(json));
            }
        });
        json.requireEnd();
    }

    /** Nothing is added any more. */
    void end() throws IOException {
        out.writeEndArray();
        out.writeEndArray();
        out.close();
    }

    private void copy(JsonInput json) throws IOException {
        if (json.token() != JsonToken.START_OBJECT) {
            out.writeString(json.scalar());
            return;
        }
        out.writeStartObject();
        json.object("an observation", field -> {
            out.writeFieldName(field);
            copy(json);
        });
        out.writeEndObject();
    }
}
