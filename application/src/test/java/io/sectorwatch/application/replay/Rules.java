package io.sectorwatch.application.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleFile;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.ByteArrayInputStream;
import java.util.List;

/** Rules for tests. */
public final class Rules {
    /** Rules as they are written in a list. */
    public static List<Rule> of(String... rules) {
        String yaml = "rules:\n  - " + String.join("\n  - ", rules) + "\n";
        try {
            return RuleFile.read("test", new ByteArrayInputStream(yaml.getBytes(UTF_8)));
        } catch (UnusableFileException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A rule on China's figures that reach a limit. */
    static Rule atLeast(String limit) {
        return of("{id: reached, series: {indicator: x}, when: {value: {atLeast: " + limit + "}}}")
                .get(0);
    }

    private Rules() {}
}
