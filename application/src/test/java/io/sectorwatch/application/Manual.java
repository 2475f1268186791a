package io.sectorwatch.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the manual of operation says that one will see, so that it can be held against what one sees. */
public final class Manual {
    private static final Path OPERATION = Path.of("../docs/operation.md");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** The messages that a column of a table quotes; a single word is a command. */
    public static Set<String> messages(String heading) {
        return cells(heading).stream()
                .flatMap(cell -> CODE.matcher(cell).results())
                .map((MatchResult code) -> code.group(1))
                .filter(code -> code.contains(" "))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The cells of a column of a table. */
    public static List<String> cells(String heading) {
        List<List<String>> lines;
        try (var all = Files.lines(OPERATION)) {
            lines = all.map(Manual::row).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        int head = 0;
        while (!lines.get(head).contains(heading)) {
            head++;
        }
        int column = lines.get(head).indexOf(heading);
        List<String> cells = lines.stream()
                .skip(head + 2L)
                .takeWhile(row -> row.size() > column)
                .map(row -> row.get(column))
                .toList();
        assertThat(cells).as(heading).isNotEmpty();
        return cells;
    }

    private static List<String> row(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    private Manual() {}
}
