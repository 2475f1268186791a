package io.sectorwatch.ingest.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.format.FormatReader;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What became of the rows of a source. */
public final class Outcome implements Mapped {
    public final List<Message> facts = new ArrayList<>();
    public final List<@Nullable Instant> publications = new ArrayList<>();
    public final List<Rejection> rejections = new ArrayList<>();
    public final Set<String> mappings = new TreeSet<>();
    public long unwanted;

    /** Of a source that is read with a mapping. */
    public static Outcome of(String yaml, FormatReader reader, Moment moment) throws IOException {
        return of(Mappings.named(mapping(yaml)), reader, InputStream.nullInputStream(), moment);
    }

    public static Outcome of(Mappings mappings, FormatReader reader, InputStream in, Moment moment) throws IOException {
        Outcome outcome = new Outcome();
        Mapper mapper = new Mapper("test.csv", mappings, moment, outcome);
        reader.read("test.csv", in, mapper);
        outcome.unwanted = mapper.unwanted();
        return outcome;
    }

    static Mapping mapping(String yaml) {
        try {
            return MappingFile.read("test.yaml", new ByteArrayInputStream(yaml.getBytes(UTF_8)));
        } catch (UnusableFileException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    @Override
    public void fact(Mapping mapping, @Nullable Instant published, Message fact, Row row) {
        mappings.add(mapping.name());
        facts.add(fact);
        publications.add(published);
    }

    @Override
    public void rejected(Rejection rejection) {
        rejections.add(rejection);
    }

    public List<Observation> observations() {
        return facts.stream().map(Observation.class::cast).toList();
    }

    List<String> reasons() {
        return rejections.stream().map(Rejection::reason).toList();
    }

    /** Series, period, figure and status of each observation. */
    List<String> lines() {
        return observations().stream()
                .map(fact -> fact.series() + " " + fact.period() + " "
                        + (fact.comparator() == null ? "" : fact.comparator().symbol())
                        + (fact.value() == null ? "-" : fact.value().toPlainString()) + " "
                        + String.join(",", fact.status()))
                .toList();
    }
}
