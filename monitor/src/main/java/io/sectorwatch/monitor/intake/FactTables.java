package io.sectorwatch.monitor.intake;

import io.sectorwatch.monitor.database.Sql;
import io.sectorwatch.processor.topology.Admission;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.series.SeriesKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Observations, policy events, releases and corrections, as the processor accepts them. Not thread-safe. */
final class FactTables implements TopicTables {
    private static final String VALID = Correction.State.VALID.code();

    private static final int MOST_NAMES = 100_000;

    private final Admission admission;
    private final RowBatch facts = new RowBatch(Sql.named("insert-fact"));
    private final RowBatch policies = new RowBatch(Sql.named("insert-policy"));
    private final RowBatch releases = new RowBatch(Sql.named("insert-release"));
    private final RowBatch corrections = new RowBatch(Sql.named("insert-correction"));
    private final RowBatch ticks = new RowBatch(Sql.named("insert-tick"));
    private final Map<SeriesKey, String> names = new HashMap<>();

    FactTables(Admission admission) {
        this.admission = admission;
    }

    @Override
    public long take(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return Long.MIN_VALUE;
        }
        Message message;
        String release;
        try {
            message = (Message) admission.read(record);
            release = message instanceof Observation || message instanceof PolicyEvent
                    ? Envelope.releaseIn(record.headers())
                    : null;
        } catch (MalformedMessageException e) {
            // The processor puts it with the dead letters and says why; from there it comes here too.
            return Long.MIN_VALUE;
        }
        if (message instanceof Observation observation) {
            take(observation, release);
        } else if (message instanceof PolicyEvent policy) {
            take(policy, release);
        } else if (message instanceof ClosedRelease closed) {
            take(closed);
        } else if (message instanceof Correction correction) {
            corrections.add(
                    correction.fact(), correction.state().code(), correction.because(), Times.text(correction.at()));
        } else {
            ticks.add(Times.text(message.time()));
        }
        return message.time().toEpochMilli();
    }

    private void take(Observation observation, @Nullable String release) {
        SeriesKey series = observation.series();
        facts.add(
                FactId.of(observation),
                names.computeIfAbsent(series, SeriesKey::toString),
                series.indicator(),
                series.area(),
                series.sector(),
                series.frequency().name(),
                observation.period().toString(),
                observation.value() == null ? null : observation.value().toPlainString(),
                observation.value() == null ? null : observation.value().doubleValue(),
                observation.comparator() == null
                        ? null
                        : observation.comparator().symbol(),
                observation.unit(),
                String.join(" ", observation.status()),
                Times.text(observation.published()),
                observation.source().id(),
                observation.source().locator(),
                observation.source().url(),
                observation.nextRelease() == null
                        ? null
                        : observation.nextRelease().toString(),
                release,
                VALID);
    }

    private void take(PolicyEvent policy, @Nullable String release) {
        policies.add(
                FactId.of(policy),
                policy.id(),
                policy.title(),
                policy.area(),
                ' ' + String.join(" ", policy.sectors()) + ' ',
                policy.kind(),
                policy.stance(),
                policy.occurred().toString(),
                Times.text(policy.published()),
                policy.source().id(),
                policy.source().locator(),
                policy.source().url(),
                String.join("; ", policy.instruments()),
                String.join("; ", policy.actors()),
                release,
                VALID);
    }

    private void take(ClosedRelease closed) {
        ClosedRelease.Tally tally = closed.tally();
        releases.add(
                closed.release(),
                closed.source().id(),
                closed.title(),
                Times.text(closed.published()),
                tally == null ? null : tally.added(),
                tally == null ? null : tally.revised(),
                tally == null ? null : tally.withdrawn());
    }

    @Override
    public Writing handOver() {
        // There are as many as series; more than that says that they are not what they seem.
        if (names.size() > MOST_NAMES) {
            names.clear();
        }
        List<RowBatch> gathered = Stream.of(facts, policies, releases, corrections, ticks)
                .map(RowBatch::handOver)
                .toList();
        return connection -> {
            for (RowBatch rows : gathered) {
                rows.write(connection);
            }
            correct(connection);
        };
    }

    // A correction may come before its fact, from another partition: who comes second finds the other.
    private static void correct(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(Sql.named("correct-facts"));
            statement.executeUpdate(Sql.named("correct-policies"));
        }
    }
}
