package io.sectorwatch.launcher.command;

import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleFile;
import io.sectorwatch.processor.rule.RuleFileException;
import io.sectorwatch.processor.rule.YamlTree;
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
            throw CommandException.unusable("the rules file " + file + " cannot be read (" + e + ")");
        }
    }

    List<Rule> rules() throws RuleFileException {
        return RuleFile.read(name, new ByteArrayInputStream(content));
    }

    YamlTree tree() throws RuleFileException {
        return YamlTree.read(name, new ByteArrayInputStream(content));
    }
}
