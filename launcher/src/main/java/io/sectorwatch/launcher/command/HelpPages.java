package io.sectorwatch.launcher.command;

import io.sectorwatch.application.advice.TypedCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What every command's help ends with: an example, and what its exit statuses mean. */
final class HelpPages {
    private static final String ROOT = "sectorwatch";

    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry(ROOT, "demo"),
            Map.entry("demo", "demo --exit"),
            Map.entry("run", "run --data /var/lib/sectorwatch"),
            Map.entry("broker", "broker --port 9093"),
            Map.entry("topics", "topics --sectors energy,quantum"),
            Map.entry("ingest", "ingest --published 2024-06-24 figures.csv"),
            Map.entry("ingest init", "ingest init figures.csv > mapping.yaml"),
            Map.entry("process", "process --bootstrap-server kafka:9092"),
            Map.entry("monitor", "monitor --bootstrap-server kafka:9092 --http-port 8080"),
            Map.entry("deliver", "deliver --config deliver.yaml"),
            Map.entry("deliver check", "deliver check deliver.yaml"),
            Map.entry("deliver test", "deliver test chat --config deliver.yaml"),
            Map.entry("deliver list", "deliver list --config deliver.yaml"),
            Map.entry("deliver redrive", "deliver redrive --config deliver.yaml"),
            Map.entry("deliver skip", "deliver skip --config deliver.yaml"),
            Map.entry("ticks", "ticks --once"),
            Map.entry("alerts", "alerts --sector semiconductors --since 2024-01-01"),
            Map.entry("alerts show", "alerts show 10e9d6a4"),
            Map.entry("series", "series list --area CHN"),
            Map.entry("series list", "series list --indicator rd-intensity --output csv"),
            Map.entry("series show", "series show rd-intensity/CHN --as-of 2024-03-01"),
            Map.entry("scorecards", "scorecards --area CHN,USA --sector semiconductors"),
            Map.entry("status", "status --output json"),
            Map.entry("facts", "facts list --area CHN"),
            Map.entry("facts list", "facts list --indicator rd-intensity --area CHN --period 2023"),
            Map.entry("facts void", "facts void f555737c296d --because '540 was typed for 54.0'"),
            Map.entry("facts reinstate", "facts reinstate f555737c296d"),
            Map.entry("dead-letters", "dead-letters list"),
            Map.entry("dead-letters list", "dead-letters list --output jsonl"),
            Map.entry("dead-letters redrive", "dead-letters redrive --offset 3,4"),
            Map.entry("rules", "rules list"),
            Map.entry("rules list", "rules list"),
            Map.entry("rules check", "rules check rules/*.yaml"),
            Map.entry("rules test", "rules test rules/scenarios/*.yaml"),
            Map.entry("rules plan", "rules plan rules/rd-intensity.yaml"),
            Map.entry("rules apply", "rules apply rules/rd-intensity.yaml"),
            Map.entry("rules remove", "rules remove rd-intensity-at-least-2.6"),
            Map.entry("replay", "replay --rules rules/rd-intensity.yaml --from 2024-01-01"),
            Map.entry("replay list", "replay list"),
            Map.entry("replay remove", "replay remove NAME"),
            Map.entry("archive", "archive export facts.jsonl.gz"),
            Map.entry("archive export", "archive export facts.jsonl.gz"),
            Map.entry("archive import", "archive import facts.jsonl.gz"),
            Map.entry("topology", "topology"),
            Map.entry("help", "help facts list"),
            Map.entry("generate-completion", "generate-completion > sectorwatch.bash && . ./sectorwatch.bash"));

    // Where the work can find something, what that is.
    private static final Map<String, String> FOUND = Map.of(
            "status", "no processor runs, or it stands still, or a topic is missing or not as it must be",
            "topics", "a topic is not as it must be",
            "ingest", "something was rejected",
            "rules test", "a scenario fails",
            "deliver test", "the target does not take it",
            "deliver redrive", "an alert was left",
            "dead-letters redrive", "a letter was left",
            "replay", "something was left out, or with --expect-same decided otherwise");

    /** Adds that to a command and all beneath it. */
    static void complete(CommandLine root) {
        complete(root, ROOT);
        root.getCommandSpec()
                .usageMessage()
                .footer(
                        "",
                        "Example: " + TypedCommand.program() + " " + EXAMPLES.get(ROOT),
                        "",
                        "Every option can be given by an environment variable: --bootstrap-server by",
                        "SECTORWATCH_BOOTSTRAP_SERVER, and so on.");
    }

    private static void complete(CommandLine command, String name) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.exitCodeListHeading("%nExit status:%n");
        usage.exitCodeList(exitCodes(name));
        String example = EXAMPLES.get(name);
        if (example != null) {
            List<String> footer = new ArrayList<>(List.of("", "Example: " + TypedCommand.of(example)));
            footer.addAll(List.of(usage.footer()));
            usage.footer(footer.toArray(String[]::new));
        }
        command.getSubcommands().forEach((word, next) -> complete(next, name.equals(ROOT) ? word : name + ' ' + word));
    }

    private static Map<String, String> exitCodes(String name) {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(" 0", "done");
        codes.put(" 1", FOUND.getOrDefault(name, "the work found failures"));
        codes.put(" 2", "wrong usage or unusable input, or no server answers");
        return codes;
    }

    private HelpPages() {}
}
