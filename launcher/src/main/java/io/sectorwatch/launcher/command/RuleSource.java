package io.sectorwatch.launcher.command;

import io.sectorwatch.application.rules.KnownSeries;
import io.sectorwatch.application.rules.RuleCheck;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleFile;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rules file named on the command line. */
final class RuleSource {
    private final String name;
    private final byte[] content;

    RuleSource(Path file) {
        this.name = file.toString();
        try {
            this.content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw UnreadableFile.because("rules file", file, e);
        }
    }

    /**
     * The rules of several files; throws a CommandException where one cannot be used, or a rule stands twice.
     *
     * @param err where the mistakes of a file are told, each in a line
     * @param outcome what comes of it then
     */
    static List<Rule> rules(List<Path> files, PrintStream err, String outcome) {
        List<Rule> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Path file : files) {
            try {
                for (Rule rule : new RuleSource(file).rules()) {
                    if (!ids.add(rule.id())) {
                        throw CommandException.unusable(file + ": rule '" + rule.id() + "' stands twice");
                    }
                    all.add(rule);
                }
            } catch (UnusableFileException e) {
                String.valueOf(e.getMessage()).lines().forEach(err::println);
                throw CommandException.unusable(file + " has mistakes, and " + outcome);
            }
        }
        return all;
    }

    List<Rule> rules() throws UnusableFileException {
        return RuleFile.read(name, new ByteArrayInputStream(content));
    }

    RuleCheck check(@Nullable KnownSeries onTopics) {
        return RuleCheck.of(name, content, onTopics);
    }
}
