package io.sectorwatch.application.rules;

import io.sectorwatch.processor.rule.RuleFile;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import io.sectorwatch.schemas.yaml.YamlTree;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be said of a rules file, each with its line and column.
 *
 * @param warnings about codes that nothing built in has
 * @param mistakes none where the file can be used
 * @param rules how many there are; 0 where there are mistakes
 */
public record RuleCheck(List<String> warnings, List<String> mistakes, int rules) {
    public RuleCheck {
        warnings = List.copyOf(warnings);
        mistakes = List.copyOf(mistakes);
    }

    /** Checks what stands in a file of that name. */
    public static RuleCheck of(String name, byte[] content) {
        List<String> warnings = new ArrayList<>();
        try {
            warnings.addAll(UnknownCodes.in(YamlTree.read(name, new ByteArrayInputStream(content))));
            int rules = RuleFile.read(name, new ByteArrayInputStream(content)).size();
            return new RuleCheck(warnings, List.of(), rules);
        } catch (UnusableFileException e) {
            return new RuleCheck(
                    warnings, String.valueOf(e.getMessage()).lines().toList(), 0);
        }
    }
}
