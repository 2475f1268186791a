package io.sectorwatch.ingest.tick;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.message.Tick;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DailyTicksTest {
    private static final Instant BEFORE_MIDNIGHT = Instant.parse("2025-06-01T23:59:59.999Z");
    private static final Instant MIDNIGHT = Instant.parse("2025-06-02T00:00:00Z");

    @Test
    void aDayThatStartsWhileTheOtherIsPublishedIsNotLate() throws InterruptedException {
        BlockingQueue<Instant> published = new LinkedBlockingQueue<>();
        AtomicInteger looks = new AtomicInteger();
        try (DailyTicks ticks = new DailyTicks(
                () -> looks.getAndIncrement() == 0 ? BEFORE_MIDNIGHT : MIDNIGHT,
                tick -> published.add(tick.tick()),
                new Nobody())) {
            ticks.start();

            assertThat(published.poll(20, TimeUnit.SECONDS)).isEqualTo("2025-06-01T00:00:00Z");
            assertThat(published.poll(20, TimeUnit.SECONDS)).isEqualTo(MIDNIGHT);
        }
    }

    private static final class Nobody implements DailyTicks.Listener {
        @Override
        public void published(Tick tick, boolean byOurselves) {}

        @Override
        public void failed(Tick tick, RuntimeException reason) {
            throw reason;
        }
    }
}
