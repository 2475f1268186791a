package io.sectorwatch.launcher.command;

import io.sectorwatch.application.rules.PlannedTransition;
import io.sectorwatch.application.rules.RuleChangeException;
import io.sectorwatch.application.rules.RuleChanges;
import io.sectorwatch.application.rules.RulePlan;
import io.sectorwatch.application.rules.RuleReach;
import io.sectorwatch.application.rules.TopicFacts;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.launcher.table.PlanTable;
import io.sectorwatch.launcher.table.RuleWords;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what rules would do. */
@Command(
        name = "plan",
        description = "Say what 'apply' would do, and do nothing; and what the new and changed rules would have decided"
                + " on all facts that are known, had they been in effect from the beginning on, beside what those that"
                + " they replace would have. As JSON Lines only the transitions that differ: {\"side\": \"planned\" or"
                + " \"today\", \"transition\": ...}.")
final class RulesPlanCommand extends Subcommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Rules files, YAML or JSON.")
    private List<Path> files = List.of();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        List<Rule> rules = RuleSource.rules(files, root.err(), "nothing was planned");
        Server at = server.server();
        Topics topics = prefix.topics();
        RuleChanges changes = new RuleChanges(at, topics);
        TopicFacts facts = TopicFactsReading.of(root, at, topics);
        try (RulePlan plan = changes.plan(rules, RuleReach.of(at, topics, facts), facts)) {
            if (output.format() == OutputOption.Format.JSONL) {
                plan.differences(difference -> write(difference, root.out()));
            } else {
                print(plan, root);
            }
            root.out().flush();
            if (!plan.changesAnything()) {
                root.err().println("Nothing would change.");
            }
        } catch (RuleChangeException e) {
            throw CommandException.unusable(e.getMessage() + "; it would not be applied");
        }
        return DONE;
    }

    private static void print(RulePlan plan, SectorwatchCommand root) {
        plan.effects().forEach(effect -> root.out().println(RuleWords.of(effect, root.screen())));
        if (plan.changesAnything()) {
            root.out().print(PlanTable.of(plan, root.screen()));
        }
    }

    private static void write(PlannedTransition difference, PrintStream out) throws IOException {
        out.write(Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("side", difference.side().code());
            json.writeFieldName("transition");
            json.writeRawValue(difference.logged().text());
            json.writeEndObject();
        }));
        out.write('\n');
    }
}
