package io.sectorwatch.ingest.builtin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sectorwatch.schemas.json.Fields;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The historical figures and events, kept as tables with a description of each. */
final class History {
    private static final String DESCRIPTIONS = "history.yaml";

    static List<BuiltInSet.DataSet> read() {
        List<BuiltInSet.DataSet> dataSets = new ArrayList<>();
        for (JsonNode description : descriptions()) {
            dataSets.add(dataSet(Fields.of(description)));
        }
        return dataSets;
    }

    private static JsonNode descriptions() {
        try (InputStream in = Resources.open(DESCRIPTIONS)) {
            Object yaml = new Load(LoadSettings.builder().setLabel(DESCRIPTIONS).build()).loadFromInputStream(in);
            return JsonMapper.builder().build().valueToTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BuiltInSet.DataSet dataSet(Fields description) {
        String file = description.text("file");
        Function<NamedCsvRecord, Message> rows = switch (description.text("type")) {
            case "observations" -> ObservationRow.of(description)::read;
            case "policies" -> PolicyRow::read;
            default -> throw description.wrong("type", "is neither observations nor policies");
        };
        return new BuiltInSet.DataSet(file, facts(file, rows));
    }

    private static List<Message> facts(String file, Function<NamedCsvRecord, Message> rows) {
        List<Message> facts = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(Resources.open(file), UTF_8)) {
            for (NamedCsvRecord row : records) {
                try {
                    facts.add(rows.apply(row));
                } catch (MalformedMessageException e) {
                    throw new IllegalStateException(
                            "built-in " + file + ":" + row.getStartingLineNumber() + ": " + e.getMessage(), e);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return facts;
    }

    private History() {}
}
