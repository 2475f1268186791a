package io.sectorwatch.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** All that a reader found in a sample: rows as text, so that a test can show what it expects. */
public final class Found implements Rows {
    /** Each time a data set was begun, again ones too. */
    public final List<DataSet> begun = new ArrayList<>();

    /** Rows as {@code NAME=value, NAME=value}, without what is absent. */
    public final List<String> rows = new ArrayList<>();

    public final List<Long> lines = new ArrayList<>();
    public final List<Rejection> rejections = new ArrayList<>();

    /** Number of rows that are of no observation. */
    public int aside;

    public static Found in(RowFormat format, byte[] bytes) throws IOException {
        Found found = new Found();
        format.read("sample", new ByteArrayInputStream(bytes), ReadOptions.NONE, found);
        return found;
    }

    public static Found in(RowFormat format, String text) throws IOException {
        return in(format, text.getBytes(UTF_8));
    }

    /** The bytes of a sample beside the test. */
    public static byte[] sample(Class<?> test, String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    /** Why rows were rejected. */
    public List<String> reasons() {
        return rejections.stream().map(Rejection::reason).toList();
    }

    @Override
    public void begin(DataSet dataSet) {
        begun.add(dataSet);
    }

    @Override
    public void row(Row row) {
        List<String> parts = new ArrayList<>();
        List<String> components = begun.get(begun.size() - 1).components();
        for (int i = 0; i < components.size(); i++) {
            if (row.get(i) != null) {
                parts.add(components.get(i) + "=" + row.get(i));
            }
        }
        rows.add(String.join(", ", parts));
        lines.add(row.line());
    }

    @Override
    public void aside() {
        aside++;
    }

    @Override
    public void rejected(Rejection rejection) {
        rejections.add(rejection);
    }
}
