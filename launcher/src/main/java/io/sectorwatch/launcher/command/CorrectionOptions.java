package io.sectorwatch.launcher.command;

import io.sectorwatch.application.facts.FactCorrectionException;
import io.sectorwatch.application.facts.FactCorrections;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.launcher.table.FactText;
import io.sectorwatch.schemas.message.Correction.State;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which facts to correct, and where. */
final class CorrectionOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "ID",
            description = "Ids as 'facts list' prints them, each whole or at least its first 8 digits.")
    private List<String> ids = List.of();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    /** Corrects them, and says which. */
    void correct(SectorwatchCommand root, State state, String because) {
        Server at = server.server();
        Topics topics = prefix.topics();
        FactCorrections corrections = new FactCorrections(at, topics, TopicFactsReading.each(root, at, topics));
        FactCorrections.Outcome outcome = correct(corrections, state, because);
        outcome.unchanged().forEach(fact -> root.err().println(FactText.unchanged(fact)));
        outcome.corrected().forEach(fact -> root.err().println(FactText.corrected(fact)));
    }

    private FactCorrections.Outcome correct(FactCorrections corrections, State state, String because) {
        try {
            return corrections.correct(ids, state, because, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        } catch (FactCorrectionException e) {
            throw CommandException.unusable("nothing was corrected: " + e.getMessage() + " ('facts list' shows all)");
        }
    }
}
