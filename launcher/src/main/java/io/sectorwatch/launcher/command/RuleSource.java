package io.sectorwatch.launcher.command;

import io.sectorwatch.application.rules.RuleCheck;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleFile;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

    List<Rule> rules() throws UnusableFileException {
        return RuleFile.read(name, new ByteArrayInputStream(content));
    }

    RuleCheck check() {
        return RuleCheck.of(name, content);
    }
}
