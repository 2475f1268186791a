package io.sectorwatch.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.MemberAssignment;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.Test;

class TransactionalIdsTest {
    private static final String PROCESS = "sectorwatch-962fea7c-c0bc-42bd-a8ad-02c44cc97a99";

    private final TransactionalIds ids = new TransactionalIds("sectorwatch");

    @Test
    void aThreadOfANamedInstanceIsCalledAfterIt() {
        assertThat(ids.named("one", PROCESS + "-2")).isEqualTo("sectorwatch-one-2");
        assertThat(ids.of(member(Optional.of("one-2"), PROCESS + "-StreamThread-2-consumer")))
                .contains("sectorwatch-one-2");
    }

    @Test
    void aThreadOfAnyOtherIsCalledAsKafkaStreamsCallsIt() {
        assertThat(ids.of(member(Optional.empty(), PROCESS + "-StreamThread-12-consumer")))
                .contains(PROCESS + "-12");
    }

    @Test
    void aClientWithANameOfItsUsersTellsNothing() {
        assertThat(ids.of(member(Optional.empty(), "mine-StreamThread-1-consumer")))
                .isEmpty();
        assertThat(ids.of(member(Optional.empty(), "mine"))).isEmpty();
    }

    @Test
    void leftIsWhatMembersHadOpenThatAreGone() {
        assertThat(ids.left(
                        List.of("sectorwatch-one-1", "sectorwatch-two-1", "sectorwatch-eu.-three-1"),
                        Set.of("sectorwatch-one-1", "sectorwatch-two-1"),
                        Set.of("sectorwatch-two-1")))
                .containsExactly("sectorwatch-one-1");
    }

    @Test
    void aProcessWithoutANameIsKnownThoughNobodySawIt() {
        String ofAnotherApplication = PROCESS.replace("sectorwatch-", "sectorwatch-eu.-") + "-1";

        assertThat(ids.left(
                        List.of(PROCESS + "-1", PROCESS + "-2", ofAnotherApplication),
                        Set.of(),
                        Set.of(PROCESS + "-2")))
                .containsExactly(PROCESS + "-1");
    }

    private static MemberDescription member(Optional<String> instance, String client) {
        return new MemberDescription(
                "id",
                instance,
                Optional.empty(),
                client,
                "host",
                new MemberAssignment(Set.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
