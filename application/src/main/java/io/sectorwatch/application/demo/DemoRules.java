package io.sectorwatch.application.demo;

import io.sectorwatch.application.rules.RuleTopic;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleFile;
import io.sectorwatch.processor.topology.RulePublisher;
import io.sectorwatch.schemas.topic.Topics;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rules of the demonstration. */
public final class DemoRules {
    /** The names of their files. */
    public static final List<String> FILES = List.of("rd-intensity.yaml", "strategic-sectors.yaml");

    // Before the first fact, so that the whole history is decided under them.
    private static final Instant EFFECTIVE = Instant.parse("2000-01-01T00:00:00Z");

    /** Publishes the rules; those that are there already are the same again. */
    static void publish(List<Rule> rules, Server server, Topics topics, int partitions) {
        RuleTopic.publish(RulePublisher.records(rules, topics, partitions, EFFECTIVE), server, topics);
    }

    /** As they were when this was built. */
    static List<Rule> builtIn() {
        List<Rule> rules = new ArrayList<>();
        for (String name : FILES) {
            String file = "/rules/" + name;
            try (InputStream in = DemoRules.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalStateException(file + " is not on the class path");
                }
                rules.addAll(RuleFile.read(file, in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (UnusableFileException e) {
                throw new IllegalStateException(e);
            }
        }
        return rules;
    }

    private DemoRules() {}
}
