package io.sectorwatch.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReplicationTest {
    @Test
    void asManyAsThereAreUpToThree() {
        assertThat(Replication.among(0).factor()).isEqualTo(1);
        assertThat(Replication.among(1).factor()).isEqualTo(1);
        assertThat(Replication.among(2).factor()).isEqualTo(2);
        assertThat(Replication.among(9).factor()).isEqualTo(3);
    }

    @Test
    void ofThreeAnyOneMayBeAway() {
        assertThat(new Replication(1).leastInSync()).isEqualTo(1);
        assertThat(new Replication(2).leastInSync()).isEqualTo(1);
        assertThat(new Replication(3).leastInSync()).isEqualTo(2);
        assertThat(new Replication(5).leastInSync()).isEqualTo(3);
    }

    @Test
    void whatTheBrokersDefaultIsIsNotSaid() {
        assertThat(new Replication(2).configs()).isEmpty();
        assertThat(new Replication(3).configs()).containsEntry("min.insync.replicas", "2");
    }

    @Test
    void nobodyKeepsNothing() {
        assertThatThrownBy(() -> new Replication(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
