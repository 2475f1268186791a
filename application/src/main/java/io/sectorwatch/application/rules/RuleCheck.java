package io.sectorwatch.application.rules;

import io.sectorwatch.processor.rule.RuleFile;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import io.sectorwatch.schemas.yaml.YamlTree;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a rules file, each with its line and column.
 *
 * @param warnings about codes that nothing built in has, nor the topics
 * @param mistakes none where the file can be used
 * @param rules how many there are; 0 where there are mistakes
 */
public record RuleCheck(List<String> warnings, List<String> mistakes, int rules) {
    public RuleCheck {
        warnings = List.copyOf(warnings);
        mistakes = List.copyOf(mistakes);
    }

    /**
     * Checks what stands in a file of that name.
     *
     * @param onTopics what is on the topics; null where nobody has looked
     */
    public static RuleCheck of(String name, byte[] content, @Nullable KnownSeries onTopics) {
        List<String> warnings = new ArrayList<>();
        try {
            warnings.addAll(UnknownCodes.in(YamlTree.read(name, new ByteArrayInputStream(content)), onTopics));
            int rules = RuleFile.read(name, new ByteArrayInputStream(content)).size();
            return new RuleCheck(warnings, List.of(), rules);
        } catch (UnusableFileException e) {
            return new RuleCheck(
                    warnings, String.valueOf(e.getMessage()).lines().toList(), 0);
        }
    }
}
