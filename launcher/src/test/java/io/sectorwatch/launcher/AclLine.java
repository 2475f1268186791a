package io.sectorwatch.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/** A line of the document on security: a right that a user is given. */
record AclLine(String user, AclOperation operation, ResourceType resource, String name, PatternType pattern) {
    private static final Path DOCUMENT =
            Path.of("..").toAbsolutePath().normalize().resolve("docs/security.md");
    private static final Map<String, ResourceType> RESOURCES = Map.of(
            "--topic",
            ResourceType.TOPIC,
            "--group",
            ResourceType.GROUP,
            "--transactional-id",
            ResourceType.TRANSACTIONAL_ID);
    private static final Set<String> OPTIONS = Set.of(
            "--allow-principal", "--operation", "--topic", "--group", "--transactional-id", "--resource-pattern-type");

    /** All of them, in their order. */
    static List<AclLine> ofDocument() {
        try (var lines = Files.lines(DOCUMENT)) {
            return lines.filter(line -> line.startsWith("kafka-acls "))
                    .map(AclLine::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one as {@code kafka-acls} does. */
    static AclLine parse(String line) {
        List<String> words = new ArrayList<>(List.of(line.strip().split(" ")));
        if (!words.remove(0).equals("kafka-acls") || !words.remove(0).equals("--add") || words.size() % 2 != 0) {
            throw new IllegalArgumentException("no right is given by: " + line);
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            if (!OPTIONS.contains(words.get(i)) || options.put(words.get(i), words.get(i + 1)) != null) {
                throw new IllegalArgumentException(words.get(i) + " is not expected in: " + line);
            }
        }
        String resource = options.keySet().stream()
                .filter(RESOURCES::containsKey)
                .reduce((one, other) -> {
                    throw new IllegalArgumentException("more than one resource in: " + line);
                })
                .orElseThrow();
        return new AclLine(
                Objects.requireNonNull(options.get("--allow-principal")).replace("User:", ""),
                SecurityUtils.operation(Objects.requireNonNull(options.get("--operation"))),
                Objects.requireNonNull(RESOURCES.get(resource)),
                Objects.requireNonNull(options.get(resource)),
                PatternType.fromString(options.getOrDefault("--resource-pattern-type", "literal")
                        .toUpperCase(Locale.ROOT)));
    }

    /** The same right as a broker keeps it, for somebody. */
    AclBinding binding(String forUser) {
        return new AclBinding(
                new ResourcePattern(resource, name, pattern),
                new AccessControlEntry("User:" + forUser, "*", operation, AclPermissionType.ALLOW));
    }

    /** How a message names it where it is missing: so, and then the rest of the name where that is a prefix. */
    String words() {
        return SecurityUtils.operationName(operation) + " the "
                + resource.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ' ' + name;
    }

    /** Without it a publisher only waits for fewer others. */
    boolean isForTurns() {
        return resource == ResourceType.TRANSACTIONAL_ID && operation == AclOperation.DESCRIBE;
    }

    @Override
    public String toString() {
        return user + " may not " + words();
    }
}
