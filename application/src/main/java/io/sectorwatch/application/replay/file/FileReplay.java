package io.sectorwatch.application.replay.file;

import io.sectorwatch.application.replay.Backtest;
import io.sectorwatch.application.replay.FactHash;
import io.sectorwatch.application.replay.FactHistory;
import io.sectorwatch.application.replay.HistoryTally;
import io.sectorwatch.application.replay.Manifest;
import io.sectorwatch.application.replay.ReplayRequest;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.RuleNames;
import io.sectorwatch.application.replay.Span;
import io.sectorwatch.application.replay.ValidFacts;
import io.sectorwatch.application.replay.log.AlertLog;
import io.sectorwatch.application.replay.log.Replayed;
import io.sectorwatch.ingest.fact.FactEvent;
import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.PublishingPlan;
import io.sectorwatch.ingest.vintage.KnownFacts;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyMessageCodec;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Transition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A replay of facts that are not on a broker, in this process. Nothing live is known of them. */
public final class FileReplay {
    private static final long MEMORY = 24 << 20;

    private final ReplayRequest request;
    private final Path temporary;

    /** Keeps what does not fit into memory in a directory. Rules are only those that the request names. */
    public FileReplay(ReplayRequest request, Path temporary) {
        this.request = request;
        this.temporary = temporary;
    }

    /** Reports what came of a replay, while it is there. */
    public interface Report<T> {
        T of(Replayed replayed) throws IOException;
    }

    /**
     * Decides again what was asked for; returns what the report returns, and nothing where all there is was rejected.
     *
     * @param names what the facts are from, as somebody named it
     * @param rejections takes what is rejected, at once
     * @throws IOException if the temporary files cannot be used
     */
    public <T> Optional<T> run(List<String> names, FactInput input, Consumer<Rejection> rejections, Report<T> report)
            throws IOException {
        List<RuleEvent> rules = request.rules().events(List.of());
        request.scope().requireRules(rules.stream().map(RuleEvent::id).toList());
        Instant now = Instant.now();
        try (Intake intake = new Intake(now, temporary, rejections);
                SortedFacts sorted = new SortedFacts(temporary, MEMORY)) {
            input.read(intake, now);
            if (intake.isOfNoUse()) {
                return Optional.empty();
            }
            FactHistory history = new FactHistory(rules, inOneOrder(intake.compare(KnownFacts.NONE), sorted));
            List<Manifest.Input> inputs =
                    names.stream().<Manifest.Input>map(Manifest.Source::new).toList();
            return Optional.of(decide(history, inputs, intake.rejected(), report));
        }
    }

    private <T> T decide(FactHistory history, List<Manifest.Input> inputs, long rejected, Report<T> report)
            throws IOException {
        Span span = request.span().span(newest(history.facts()));
        try (AlertLog log = new AlertLog(span, request.scope(), temporary, MEMORY)) {
            Map<String, ClosedRelease> releases = new HashMap<>();
            FactHash facts = new FactHash(Backtest.of((transition, release) -> {
                add(log, transition, release);
                if (release != null) {
                    releases.put(release.release(), release);
                }
            }));
            HistoryTally tally = new HistoryTally(facts);
            history.tell(span, tally);
            Manifest manifest = new Manifest(
                    request.software(),
                    inputs,
                    request.rules().words(),
                    span,
                    request.scope(),
                    tally.told(),
                    facts.sha256(),
                    log.size(),
                    log.openAtStart(),
                    log.sha256());
            return report.of(new Replayed(manifest, log, rejected, RuleNames.ofAll(history.rules()), releases));
        }
    }

    // Batches follow each other, and what became known in a later one may have become known before the end of another.
    private FactHistory.Facts inOneOrder(PublishingPlan plan, SortedFacts all) throws IOException {
        IndicatorCodec indicators = new IndicatorCodec();
        PolicyMessageCodec policies = new PolicyMessageCodec();
        ValidFacts valid = new ValidFacts();
        plan.forEach((batch, facts) -> {
            for (SortedFacts.Enveloped next = facts.next(); next != null; next = facts.next()) {
                byte[] json = next.envelope().value();
                Message message = next.ofPolicies() ? policies.read(json) : indicators.read(json);
                if (message instanceof Correction correction) {
                    valid.add(correction);
                }
                all.add(
                        0,
                        new FactEvent(
                                message,
                                next.ofPolicies(),
                                next.key(),
                                next.envelope().release()));
            }
        });
        return request.asDecided() ? all::written : valid.of(all::written);
    }

    private static Instant newest(FactHistory.Facts facts) throws IOException {
        long newest = 0;
        SortedFacts.WrittenFacts written = facts.written();
        for (SortedFacts.Written next = written.next(); next != null; next = written.next()) {
            newest = next.isFact() ? next.time() : newest;
        }
        return Instant.ofEpochMilli(newest);
    }

    private static void add(AlertLog log, Transition transition, @Nullable ClosedRelease release) {
        try {
            log.add(transition, release == null ? null : release.release());
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary files cannot be used (" + e.getMessage() + ")", e);
        }
    }
}
