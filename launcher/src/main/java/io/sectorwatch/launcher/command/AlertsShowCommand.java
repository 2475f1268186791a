package io.sectorwatch.launcher.command;

import io.sectorwatch.application.explanation.AlertChoiceException;
import io.sectorwatch.application.explanation.AlertStories;
import io.sectorwatch.application.explanation.AlertStory;
import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.launcher.table.AlertStoryText;
import io.sectorwatch.schemas.topic.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explains one alert. */
@Command(
        name = "show",
        description =
                "Explain one alert: its rule and limit, what happened when, each figure that it rests or rested on,"
                        + " with its source and place, and what became of that.")
final class AlertsShowCommand extends Subcommand {
    @Parameters(
            paramLabel = "ID",
            description = "The alert's id, or as much of its beginning as tells it from all others; 'alerts --output"
                    + " csv' and jsonl have it.")
    private String id = "";

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private JsonOutputOption output = new JsonOutputOption();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        Server server = serverOptions.server();
        Topics topics = prefix.topics();
        server.require(
                Right.toRead(prefix.topics().alerts()),
                Right.toRead(prefix.topics().rules()),
                Right.toRead(prefix.topics().indicators()),
                Right.toRead(prefix.topics().policies()));
        try {
            AlertStory story = new AlertStories(server, topics, TopicFactsReading.each(root, server, topics)).tell(id);
            if (output.isJson()) {
                root.out().println(AlertStoryText.forPrograms(story));
            } else {
                root.out().print(AlertStoryText.forPeople(story, root.screen()));
            }
            root.out().flush();
            return DONE;
        } catch (AlertChoiceException e) {
            throw CommandException.unusable(e.getMessage() + " ('alerts --output csv' shows all)");
        }
    }
}
