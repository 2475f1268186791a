package io.sectorwatch.launcher.table;

import io.sectorwatch.application.advice.TypedCommand;
import io.sectorwatch.ingest.vintage.Change;
import io.sectorwatch.ingest.vintage.Changes;
import io.sectorwatch.ingest.vintage.Outranked;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a person is told of facts that releases say and that change nothing, with the command that would change that. */
final class IneffectiveWords {
    private static final int SHOWN = 5;
    private static final Screen LINE = new Screen(80, false);

    /** Lines within 80 columns: the first few of them, and how many more; none without any. */
    static List<String> of(Collection<Changes> releases) {
        List<String> lines = new ArrayList<>();
        releases.stream()
                .flatMap(changes -> changes.outranked().stream())
                .limit(SHOWN)
                .forEach(one -> lines.addAll(outranked(one)));
        more(releases, Change.OUTRANKED, " more do not count: of one moment another one does.", lines);
        releases.stream()
                .flatMap(changes -> changes.voids().stream())
                .limit(SHOWN)
                .forEach(fact -> lines.addAll(isVoid(fact)));
        more(releases, Change.VOID, " more are void here.", lines);
        return lines;
    }

    private static List<String> outranked(Outranked one) {
        String words = one.fact() instanceof Observation figure
                ? (figure.value() == null ? "a withdrawal" : FactText.value(figure)) + " does not count, "
                        + FactText.value(one.counting()) + " of the same moment does"
                : "this version does not count, another one of the same moment does";
        return List.of(
                line(one.fact(), words + ". Unless that is void:"),
                "  " + TypedCommand.of("facts void " + id(one.counting()) + " --because TEXT"));
    }

    private static List<String> isVoid(Message fact) {
        String what = fact instanceof Observation ? FactText.value(fact) : "this version";
        return List.of(
                line(fact, what + " is void here, and stays so. Unless it is valid after all:"),
                "  " + TypedCommand.of("facts reinstate " + id(fact)));
    }

    private static String line(Message fact, String words) {
        return LINE.wrapped(" ", fact.subject() + ": " + words, " ");
    }

    private static String id(Message fact) {
        return FactText.shortId(FactId.of(fact));
    }

    private static void more(Collection<Changes> releases, Change change, String words, List<String> lines) {
        long count = releases.stream().mapToLong(changes -> changes.of(change)).sum();
        if (count > SHOWN) {
            lines.add(" " + (count - SHOWN) + words);
        }
    }

    private IneffectiveWords() {}
}
