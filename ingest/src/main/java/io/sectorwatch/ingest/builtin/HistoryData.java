package io.sectorwatch.ingest.builtin;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sectorwatch.schemas.message.Message;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Tables of published figures and policy events, each described in one YAML file. */
final class HistoryData {
    private static final String DESCRIPTIONS = "history.yaml";

    static List<Message> facts() {
        List<Message> facts = new ArrayList<>();
        for (Map<?, ?> table : tables()) {
            String file = text(table, "file");
            boolean policies = text(table, "type").equals("policies");
            Function<NamedCsvRecord, Message> rows =
                    policies ? HistoryRows::policy : new HistoryRows.Observations(table)::observation;
            read(file, rows, facts);
        }
        return facts;
    }

    static String text(Map<?, ?> table, String field) {
        if (table.get(field) instanceof String text) {
            return text;
        }
        throw new IllegalStateException(DESCRIPTIONS + ": a table without '" + field + "'");
    }

    static Map<?, ?> map(Map<?, ?> table, String field) {
        if (table.get(field) instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalStateException(DESCRIPTIONS + ": a table without '" + field + "'");
    }

    private static List<Map<?, ?>> tables() {
        try (var in = Resources.open(DESCRIPTIONS)) {
            Object document = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            List<Map<?, ?>> tables = new ArrayList<>();
            for (Object element : (Iterable<?>) document) {
                tables.add((Map<?, ?>) element);
            }
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(String file, Function<NamedCsvRecord, Message> rows, List<Message> facts) {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(Resources.open(file), UTF_8))) {
            for (NamedCsvRecord row : csv) {
                try {
                    facts.add(rows.apply(row));
                } catch (IllegalArgumentException e) {
                    throw new IllegalStateException(
                            file + ':' + row.getStartingLineNumber() + ": " + e.getMessage(), e);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HistoryData() {}
}
