package io.sectorwatch.application.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.deadletters.DeadLetter;
import io.sectorwatch.application.deadletters.DeadLetters;
import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.replay.StrayCorrection;
import io.sectorwatch.application.rules.RuleTopic;
import io.sectorwatch.application.rules.TopicFacts;
import io.sectorwatch.application.server.GroupMembers;
import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.application.server.TopicSetup;
import io.sectorwatch.application.server.WeakTopics;
import io.sectorwatch.application.topics.TopicLayout;
import io.sectorwatch.processor.topology.TaskState;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Looks at how an installation stands; changes nothing, and joins no group. */
public final class StatusLook implements AutoCloseable {
    private static final String RECORDED_TIME = "ce_recordedtime";

    private final Server server;
    private final Topics topics;
    private final Admin admin;
    private final Offsets offsets;
    private final String group;

    /** What whoever looks must be let do: what is not seen would be told as missing. */
    public static List<Right> rights(Topics topics) {
        List<Right> rights = new ArrayList<>(List.of(
                Right.toRead(topics.indicators()),
                Right.toRead(topics.policies()),
                Right.toRead(topics.rules()),
                Right.toRead(topics.alerts()),
                Right.toSee(Installation.applicationId(topics))));
        rights.add(Right.toDescribe(topics.alerts("")).forAll());
        topics.all(1, List.of()).forEach(topic -> {
            rights.add(Right.toDescribe(topic.name()));
            rights.add(Right.toDescribeConfigs(topic.name()));
        });
        return rights;
    }

    /** At a server; throws ServerException where it does not answer. */
    public StatusLook(Server server, Topics topics) {
        server.require(rights(topics));
        this.server = server;
        this.topics = topics;
        this.admin = server.admin();
        this.offsets = new Offsets(admin);
        this.group = Installation.applicationId(topics);
    }

    /**
     * How it stands.
     *
     * @param patience for how long nothing has to be committed, while something waits, until that is standing still
     * @param facts for rules without a series and stray corrections, which takes reading all of them; null not to look
     */
    public InstallationStatus look(Duration patience, @Nullable Supplier<TopicFacts> facts) {
        // Most of the time is waiting for the server, and none of them needs what another one finds.
        CompletableFuture<LettersStanding> letters = CompletableFuture.supplyAsync(this::letters);
        CompletableFuture<Ineffective> ineffective =
                facts == null ? null : CompletableFuture.supplyAsync(() -> ineffective(facts.get()));
        InstallationStatus status = lookAtProcessor(patience);
        // What is missing is said as such, and nothing that was read from it.
        Collection<String> missing = status.missingTopics();
        Ineffective found = ineffective == null || !missing.isEmpty() ? null : found(ineffective);
        return new InstallationStatus(
                status.deciding(),
                status.group(),
                status.partitions(),
                status.lastWritten(),
                missing.contains(topics.deadLetters()) ? null : found(letters),
                found == null ? null : found.rules(),
                found == null ? null : found.corrections(),
                status.missingTopics(),
                status.topicDifferences());
    }

    private static <T> T found(CompletableFuture<T> look) {
        try {
            return look.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** How it stands without dead letters and rules without a series, for which topics are read. */
    public InstallationStatus lookAtProcessor(Duration patience) {
        Collection<String> read = TaskState.topics(topics);
        List<TopicPartition> partitions = offsets.partitions(read).stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
        TopicSetup.Outcome found = topicsFound(partitions);
        try (PartitionEnds ends = new PartitionEnds(server)) {
            List<PartitionProgress> progress = progress(partitions, ends);
            ProcessorGroup members = group();
            Deciding deciding = deciding(members, progress, partitions, ends, patience);
            if (progress.stream().anyMatch(PartitionProgress::waiting)) {
                progress = progress(partitions, ends);
            }
            return new InstallationStatus(
                    deciding,
                    members,
                    progress,
                    lastWritten(ends),
                    null,
                    null,
                    null,
                    found.created(),
                    found.differences());
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private Deciding deciding(
            ProcessorGroup members,
            List<PartitionProgress> first,
            List<TopicPartition> partitions,
            PartitionEnds ends,
            Duration patience) {
        if (members.members().isEmpty()) {
            return Deciding.NOBODY;
        }
        if (first.stream().noneMatch(PartitionProgress::waiting)) {
            return Deciding.UP_TO_DATE;
        }
        long before = sum(offsets.committed(group), partitions);
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            ends.rest();
            if (sum(offsets.committed(group), partitions) > before) {
                return Deciding.CATCHING_UP;
            }
        }
        return progress(partitions, ends).stream().noneMatch(PartitionProgress::waiting)
                ? Deciding.UP_TO_DATE
                : Deciding.STANDING_STILL;
    }

    private static long sum(Map<TopicPartition, Long> committed, Collection<TopicPartition> partitions) {
        return partitions.stream()
                .mapToLong(partition -> committed.getOrDefault(partition, 0L))
                .sum();
    }

    private List<PartitionProgress> progress(List<TopicPartition> partitions, PartitionEnds ends) {
        // The commits first: what is behind them can only have grown.
        Map<TopicPartition, Long> committed = offsets.committed(group);
        Map<TopicPartition, Long> beginnings = offsets.beginnings(partitions);
        Map<TopicPartition, Long> last = offsets.ends(partitions);
        List<PartitionProgress> progress = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            long beginning = beginnings.getOrDefault(partition, 0L);
            long from = Math.max(beginning, committed.getOrDefault(partition, beginning));
            progress.add(ends.look(partition, beginning, from, last.getOrDefault(partition, 0L)));
        }
        return progress;
    }

    private ProcessorGroup group() {
        GroupMembers found = GroupMembers.of(admin, group);
        return new ProcessorGroup(
                group,
                found.state(),
                found.members().stream()
                        .map(member -> new ProcessorGroup.Member(
                                member.clientId(), member.host().replaceFirst("^/", ""), member.partitions()))
                        .toList());
    }

    // As many partitions as there are; whether that is what was meant, nobody can see.
    private TopicSetup.Outcome topicsFound(List<TopicPartition> partitions) {
        int indicators = (int) partitions.stream()
                .filter(partition -> partition.topic().equals(topics.indicators()))
                .count();
        try {
            List<String> sectors = admin.listTopics().names().get().stream()
                    .map(topics::sectorOf)
                    .flatMap(Optional::stream)
                    .sorted()
                    .toList();
            TopicLayout layout = new TopicLayout(topics, Math.max(1, indicators), sectors);
            TopicSetup.Outcome found = new TopicSetup(admin).check(layout.specs());
            List<String> differences = new ArrayList<>(found.differences());
            differences.addAll(new WeakTopics(admin).find(layout.withInternal(group), null));
            return new TopicSetup.Outcome(found.created(), differences);
        } catch (ExecutionException e) {
            throw new ServerException("the topics cannot be listed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }

    private LettersStanding letters() {
        long[] redriven = {0};
        DeadLetter[] newest = {null};
        long count = new DeadLetters(server, topics).list((letter, isRedriven) -> {
            if (isRedriven) {
                redriven[0]++;
            } else {
                newest[0] = letter;
            }
        });
        DeadLetter last = newest[0];
        return new LettersStanding(
                count, redriven[0], last == null ? null : last.time(), last == null ? null : last.reason());
    }

    /** What does nothing: rules without a series, and corrections where their fact is not. */
    private record Ineffective(List<String> rules, List<StrayCorrection> corrections) {}

    private Ineffective ineffective(TopicFacts facts) {
        TopicFacts.About about = facts.about();
        List<String> rules = RuleTopic.read(server, topics).inEffect().all().stream()
                .map(effective -> effective.rule())
                .filter(rule -> about.series().matching(rule.series()) == 0)
                .map(rule -> rule.id())
                .toList();
        return new Ineffective(rules, about.strays());
    }

    private @Nullable Instant lastWritten(PartitionEnds ends) {
        Collection<TopicPartition> partitions = offsets.partitions(List.of(topics.alerts()));
        Map<TopicPartition, Long> beginnings = offsets.beginnings(partitions);
        Map<TopicPartition, Long> last = new HashMap<>(offsets.ends(partitions));
        Instant newest = null;
        for (TopicPartition partition : partitions) {
            for (ConsumerRecord<byte[], byte[]> record :
                    ends.before(partition, beginnings.getOrDefault(partition, 0L), last.getOrDefault(partition, 0L))) {
                Header header = record.headers().lastHeader(RECORDED_TIME);
                if (header != null && header.value() != null) {
                    Instant written = Instant.parse(new String(header.value(), UTF_8));
                    newest = newest == null || written.isAfter(newest) ? written : newest;
                }
            }
        }
        return newest;
    }
}
