package io.sectorwatch.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a reader gave. */
public final class ReadRows implements Rows {
    public final List<DataSet> dataSets = new ArrayList<>();
    public final List<Map<String, @Nullable String>> rows = new ArrayList<>();
    public final List<Long> lines = new ArrayList<>();
    public final List<String> texts = new ArrayList<>();
    public final List<Rejection> rejections = new ArrayList<>();

    public static ReadRows of(RowFormat format, String text) throws IOException {
        return of(format.reader(ReadOptions.NONE), text);
    }

    public static ReadRows of(FormatReader reader, String text) throws IOException {
        return of(reader, text.getBytes(StandardCharsets.UTF_8));
    }

    public static ReadRows of(FormatReader reader, byte[] bytes) throws IOException {
        ReadRows collected = new ReadRows();
        reader.read("sample", new ByteArrayInputStream(bytes), collected);
        return collected;
    }

    @Override
    public void begin(DataSet dataSet) {
        dataSets.add(dataSet);
    }

    @Override
    public void row(Row row) {
        Map<String, @Nullable String> components = new LinkedHashMap<>();
        List<String> names = dataSets.get(dataSets.size() - 1).components();
        for (int i = 0; i < names.size(); i++) {
            components.put(names.get(i), row.get(i));
        }
        rows.add(components);
        lines.add(row.line());
        texts.add(row.text());
    }

    @Override
    public void rejected(Rejection rejection) {
        rejections.add(rejection);
    }

    /** The components of each row, with bars between them and nothing for what is absent. */
    public List<String> listed() {
        return rows.stream()
                .map(row -> String.join(
                        "|",
                        row.values().stream()
                                .map(value -> value == null ? "" : value)
                                .toList()))
                .toList();
    }
}
