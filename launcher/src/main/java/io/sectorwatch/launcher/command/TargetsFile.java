package io.sectorwatch.launcher.command;

import io.sectorwatch.deliver.config.ConfiguredTarget;
import io.sectorwatch.deliver.config.TargetFile;
import io.sectorwatch.deliver.config.Targets;
import io.sectorwatch.deliver.field.SecretSource;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A file of targets named on the command line. */
final class TargetsFile {
    /** Reads it; with its mistakes told, each in a line, throws a CommandException where it cannot be used. */
    static Targets read(Path file, SectorwatchCommand root) {
        try {
            return checked(file, root);
        } catch (UnusableFileException e) {
            String.valueOf(e.getMessage()).lines().forEach(root.err()::println);
            throw CommandException.unusable(file + " has mistakes, and nothing was delivered");
        }
    }

    /** Reads it. */
    static Targets checked(Path file, SectorwatchCommand root) throws UnusableFileException {
        try {
            byte[] content = Files.readAllBytes(file);
            Path directory = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of(""));
            return TargetFile.read(
                    file.toString(),
                    new ByteArrayInputStream(content),
                    new SecretSource(root.environment(), directory));
        } catch (IOException e) {
            throw UnreadableFile.because("file of targets", file, e);
        }
    }

    /** One of its targets; throws a CommandException where there is none of that name. */
    static ConfiguredTarget target(Targets targets, String name) {
        try {
            return targets.named(name);
        } catch (IllegalArgumentException e) {
            throw CommandException.unusable(String.valueOf(e.getMessage()));
        }
    }

    private TargetsFile() {}
}
