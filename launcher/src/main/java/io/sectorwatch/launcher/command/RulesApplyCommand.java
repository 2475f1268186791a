package io.sectorwatch.launcher.command;

import io.sectorwatch.application.rules.RuleTopic;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.topology.RulePublisher;
import io.sectorwatch.schemas.topic.Topics;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts rules into effect. */
@Command(
        name = "apply",
        description = "Put all rules of a file into effect at once, new ones and changed ones; with one mistake in the "
                + "file, none.")
final class RulesApplyCommand extends Subcommand {
    @Parameters(paramLabel = "FILE", description = "A rules file, YAML or JSON.")
    private Path file = Path.of("");

    @Mixin
    private EffectiveOption effective = new EffectiveOption();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        List<Rule> rules;
        try {
            rules = new RuleSource(file).rules();
        } catch (UnusableFileException e) {
            String.valueOf(e.getMessage()).lines().forEach(root.err()::println);
            throw CommandException.unusable(file + " has mistakes, and nothing was applied");
        }
        RuleTopic topic = RuleTopic.read(server.server(), prefix.topics());
        for (Rule rule : rules) {
            Optional<String> obstacle = RulePublisher.obstacle(rule, topic.partitions());
            if (obstacle.isPresent()) {
                throw CommandException.unusable(obstacle.get() + "; nothing was applied");
            }
        }
        Instant moment = effective.moment();
        topic.publish(records(rules, topic, prefix.topics(), moment));
        root.err()
                .println("Applied " + rules.size() + (rules.size() == 1 ? " rule" : " rules") + ", effective " + moment
                        + ".");
        return DONE;
    }

    // A rule that is about another indicator now must not stay in effect where it was.
    private static List<ProducerRecord<byte[], byte[]>> records(
            List<Rule> rules, RuleTopic topic, Topics topics, Instant moment) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Rule rule : rules) {
            Set<Integer> left = new TreeSet<>(topic.inEffect().partitions(rule.id()));
            left.removeAll(Set.copyOf(RulePublisher.partitions(rule, topic.partitions())));
            records.addAll(RulePublisher.removal(rule.id(), left, topics, moment));
        }
        records.addAll(RulePublisher.records(rules, topics, topic.partitions(), moment));
        return records;
    }
}
