package io.sectorwatch.benchmark.reading;

import io.sectorwatch.benchmark.publication.GeneratedContents;
import io.sectorwatch.benchmark.publication.Shape;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.ingest.mapping.Mapped;
import io.sectorwatch.ingest.mapping.Mapper;
import io.sectorwatch.ingest.mapping.Mapping;
import io.sectorwatch.ingest.mapping.Mappings;
import io.sectorwatch.ingest.mapping.Moment;
import io.sectorwatch.schemas.message.Message;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One publication, read from memory by one thread; an operation is an observation. */
@State(Scope.Benchmark)
public class ReaderBenchmark {
    static final int OBSERVATIONS = 99_000;

    private static final Moment MOMENT =
            new Moment(Instant.parse("2024-03-13T11:02:22Z"), Instant.parse("2026-01-01T00:00:00Z"));

    @Param
    public Shape shape = Shape.SDMX_CSV;

    private final Mappings mappings = Mappings.named(Shape.mapping());
    private byte[] file = {};

    @Setup
    public void publish() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        shape.write(GeneratedContents.ofObservations(OBSERVATIONS), out);
        file = out.toByteArray();
    }

    /** Everything that {@code ingest} does until it has the messages. */
    @Benchmark
    @OperationsPerInvocation(OBSERVATIONS)
    public void messages(Blackhole consumer) throws IOException {
        Counted counted = new Counted(consumer);
        Mapper mapper = new Mapper("generated", mappings, MOMENT, counted);
        shape.format().reader(ReadOptions.NONE).read("generated", new ByteArrayInputStream(file), mapper);
        if (counted.count != OBSERVATIONS) {
            throw new IllegalStateException(counted.count + " observations of " + OBSERVATIONS);
        }
    }

    /** What the library below it needs to tell where a cell, tag or token begins and ends. */
    @Benchmark
    @OperationsPerInvocation(OBSERVATIONS)
    public long syntax() throws IOException {
        return Syntax.read(shape, new ByteArrayInputStream(file));
    }

    /** Takes every message, so that none is left out as unused. */
    private static final class Counted implements Mapped {
        private final Blackhole consumer;
        private int count;

        Counted(Blackhole consumer) {
            this.consumer = consumer;
        }

        @Override
        public void fact(Mapping mapping, @Nullable Instant published, Message fact, Row row) {
            count++;
            consumer.consume(fact);
        }

        @Override
        public void rejected(Rejection rejection) {
            throw new IllegalStateException("rejected " + rejection);
        }
    }
}
