package io.sectorwatch.launcher.command;

import io.sectorwatch.application.alerts.Alerts;
import io.sectorwatch.application.deadletters.DeadLetterFeed;
import io.sectorwatch.application.installation.AlertFeed;
import io.sectorwatch.application.installation.Service;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.launcher.table.BacklogNews;
import io.sectorwatch.launcher.table.LetterNews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Everything, without the demonstration's data. */
@Command(
        name = "run",
        description = "Run broker, topics, processing and daily ticks, and print the transitions that come, until "
                + "Ctrl-C.")
final class RunCommand extends Subcommand {
    @Mixin
    private ServiceOptions options = new ServiceOptions();

    @Mixin
    private RebuildOption rebuild = new RebuildOption();

    @Mixin
    private PageAlongside page = new PageAlongside();

    @Mixin
    private DeliverAlongside delivery = new DeliverAlongside();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        page.check();
        delivery.check(root);
        Service service = options.service(root);
        page.start(service, options.data());
        rebuild.applyTo(service.server(), options.layout().topics(), root.err());
        TransitionOutput out = TransitionOutput.of(root, service);
        BacklogNews backlog = new BacklogNews(root.err()::println, System::nanoTime);
        LetterNews news = new LetterNews(root.err()::println, System::nanoTime);
        try (AlertFeed alerts = service.alerts();
                DeadLetterFeed letters =
                        new DeadLetterFeed(service.server(), options.layout().topics())) {
            alerts.skipToEnd();
            service.startProcessor();
            service.startTicks(TickWords.onlyFailures(root.err()));
            Server server = service.server();
            root.err().println("Watching at " + server.address() + ". Ctrl-C stops it. In another terminal:");
            root.err().print(Hint.of(options.command(server, "alerts"), "the transitions so far"));
            page.announce(root);
            delivery.start(service, page, root);
            alerts.untilTheEnd(transitions -> {
                if (!backlog.takes(
                        transitions.stream().map(Alerts.Published::transition).toList())) {
                    out.print(transitions);
                }
                news.take(letters.next());
            });
        }
        service.awaitEnd();
        return DONE;
    }
}
