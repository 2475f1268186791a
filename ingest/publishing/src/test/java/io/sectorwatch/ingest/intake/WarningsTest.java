package io.sectorwatch.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.ingest.plausibility.Doubt;
import io.sectorwatch.ingest.plausibility.Implausible;
import io.sectorwatch.ingest.plausibility.Plausibility;
import io.sectorwatch.ingest.plausibility.SeenCodes;
import io.sectorwatch.ingest.plausibility.Warned;
import io.sectorwatch.ingest.vintage.KnownFacts;
import io.sectorwatch.ingest.vintage.Release;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an intake warns of, of releases and of finished messages alike. */
class WarningsTest {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final String MARCH = "2024-03-13";
    private static final String JULY = "2024-07-23";

    private final List<Message> known = new ArrayList<>();
    private @Nullable Set<String> topics;

    @TempDir
    Path temporary = Path.of("");

    /** How facts come. */
    private enum Way {
        RELEASE,
        MESSAGES
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsNewWhereNothingIsKnown(Way way) {
        assertThat(warnings(way, fact("CHN 2023 2.6"), fact("XYZ 2023 2.6"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aLeapFromTheLastVintageOrFromThePeriodBeside(Way way) {
        known.add(fact("CHN 2021 53.2"));
        known.add(fact("CHN 2022 54"));

        assertThat(warnings(way, fact("CHN 2022 540", JULY))).containsExactly("LEAP 2022 540 beside 2022 54");
        assertThat(warnings(way, fact("CHN 2023 540", JULY))).containsExactly("LEAP 2023 540 beside 2022 54");
        assertThat(warnings(way, fact("CHN 2020 5.3", JULY))).containsExactly("LEAP 2020 5.3 beside 2021 53.2");
        assertThat(warnings(way, fact("CHN 2023 539", JULY))).isEmpty();
        assertThat(warnings(way, fact("CHN 2024 540", JULY)))
                .as("not the period beside")
                .isEmpty();
        assertThat(warnings(way, fact("CHN 2022 54", JULY))).as("no news").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSlipIsWarnedOfOnce(Way way) {
        assertThat(warnings(way, fact("CHN 2021 53.2"), fact("CHN 2022 540"), fact("CHN 2023 54.1")))
                .containsExactly("LEAP 2022 540 beside 2021 53.2");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRepeatedIsWarnedOfNoMore(Way way) {
        known.add(fact("CHN 2021 53.2"));
        known.add(fact("CHN 2022 540"));

        assertThat(warnings(way, fact("CHN 2021 53.2"), fact("CHN 2022 540"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsVoidIsNothingToCompareWith(Way way) {
        Message slip = fact("CHN 2022 540");
        known.add(slip);
        known.add(new Correction(FactId.of(slip), Correction.State.VOID, "a slip", NOW));

        assertThat(warnings(way, fact("CHN 2022 54", JULY), fact("CHN 2023 54.3", JULY)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void countsFromNothingAndRatesThroughZeroMakeNoLeaps(Way way) {
        assertThat(warnings(way, fact("CHN 2021 0"), fact("CHN 2022 540"))).isEmpty();
        assertThat(warnings(way, fact("CHN 2021 0.1"), fact("CHN 2022 2.5"), fact("CHN 2023 -1")))
                .isEmpty();

        known.add(fact("CHN 2015 -0.3"));
        known.add(fact("CHN 2016 0.1"));
        assertThat(warnings(way, fact("CHN 2017 2.5"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anotherUnitThanBeforeOncePerSeries(Way way) {
        known.add(fact("CHN 2021 2.4 percent"));

        assertThat(warnings(way, fact("CHN 2022 2.5 usd"), fact("CHN 2023 2.6 usd")))
                .containsExactly("OTHER_UNIT 2022 2.5 beside 2021 2.4");
        assertThat(warnings(way, fact("CHN 2019 2.5 usd"))).containsExactly("OTHER_UNIT 2019 2.5 beside 2021 2.4");
        assertThat(warnings(way, fact("CHN 2022 2.5 percent"), fact("CHN 2023 2.5")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aFigureOfAPeriodToCome(Way way) {
        assertThat(warnings(way, fact("CHN 2026 2.5"))).containsExactly("TOO_EARLY 2026 2.5");
    }

    @ParameterizedTest
    @EnumSource
    void codesNeverSeenWithWhatIsNear(Way way) {
        known.add(fact("CHN 2021 2.4"));

        assertThat(warnings(way, fact("CHM 2022 2.5"), fact("CHM 2023 2.5")))
                .containsExactly("NEW_AREA CHM; did you mean 'CHN'?");
        assertThat(warnings(way, observation("rd-intensty", "CHN 2022 2.5", MARCH)))
                .containsExactly("NEW_INDICATOR rd-intensty; did you mean 'rd-intensity'?");
        assertThat(warnings(way, observation("rd-intensity\",\"sector\":\"econmy", "CHN 2022 2.5", MARCH)))
                .containsExactly("NEW_SECTOR econmy; did you mean 'economy'?");
        assertThat(warnings(way, fact("FRA 2022 2.5")))
                .as("a source that speaks of China alone")
                .containsExactly("NEW_AREA FRA");
        assertThat(warnings(way, observation("rd-spending", "FRA 2022 2.5", MARCH)))
                .as("a new set of data has areas of its own")
                .containsExactly("NEW_INDICATOR rd-spending");
    }

    @ParameterizedTest
    @EnumSource
    void aSectorWithoutATopicWhereOthersHaveOne(Way way) {
        Message robots = observation("patents\",\"sector\":\"robotics", "CHN 2022 2.5", MARCH);
        topics = Set.of("economy");
        assertThat(warnings(way, robots)).containsExactly("NO_TOPIC robotics");
        assertThat(warnings(way, fact("CHN 2022 2.5"))).isEmpty();
        topics = Set.of();
        assertThat(warnings(way, robots)).isEmpty();
    }

    @Test
    void codesOfPolicyEventsCountToo() {
        known.add(fact("CHN 2021 2.4"));
        topics = Set.of("economy");
        String policy = """
                {"id":"p","title":"A fund","area":"CHM","sectors":["robotics"],"kind":"funding","stance":"support",\
                "occurred":"2023","published":"2024-03-13T00:00:00Z","source":{"id":"gazette"}}""";

        assertThat(warnings(Way.MESSAGES, new PolicyCodec().read(policy.getBytes(UTF_8))))
                .containsExactlyInAnyOrder(
                        "NEW_AREA CHM; did you mean 'CHN'?", "NEW_SECTOR robotics", "NO_TOPIC robotics");
    }

    @Test
    void finishedMessagesAreHeldAgainstEverySource() {
        known.add(fact("CHN 2022 54 percent"));

        assertThat(warnings(Way.MESSAGES, ofAnother("CHN 2022 540 usd")))
                .containsExactly("OTHER_UNIT 2022 540 beside 2022 54", "OTHER_SOURCE 2022 540 beside 2022 54");
        assertThat(warnings(Way.MESSAGES, ofAnother("CHN 2023 540")))
                .as("of the period beside")
                .containsExactly("LEAP 2023 540 beside 2022 54");
    }

    @ParameterizedTest
    @EnumSource
    void whatASourceSaysFirstOfASeriesIsHeldAgainstOthers(Way way) {
        known.add(fact("CHN 2021 53.2"));
        known.add(fact("CHN 2022 54"));
        known.add(fact("CHN 2022 54.1", JULY));

        assertThat(warnings(way, ofAnother("CHN 2022 541"))).containsExactly("OTHER_SOURCE 2022 541 beside 2022 54.1");
        assertThat(warnings(way, ofAnother("CHN 2022 5.3")))
                .singleElement()
                .asString()
                .startsWith("OTHER_SOURCE 2022 5.3 beside 2022 54");
        assertThat(warnings(way, ofAnother("CHN 2022 531"))).isEmpty();
        assertThat(warnings(way, ofAnother("CHN 2022 -541"))).isEmpty();
        assertThat(warnings(way, ofAnother("USA 2022 541"))).noneMatch(warning -> warning.startsWith("OTHER_SOURCE"));
    }

    @Test
    void aReleaseInAnotherUnitThanOthersIsWarnedOfOncePerSeriesAndOnlyTheFirstTime() {
        known.add(fact("CHN 2021 53.2"));
        known.add(fact("CHN 2022 54"));
        Message first = ofAnother("CHN 2021 532");
        Message second = ofAnother("CHN 2022 540");

        assertThat(warnings(Way.RELEASE, first, second)).containsExactly("OTHER_SOURCE 2021 532 beside 2021 53.2");
        known.add(second);
        assertThat(warnings(Way.RELEASE, first, second)).isEmpty();
    }

    @Test
    void whatIsVoidOfAnotherSourceIsNothingToCompareWith() {
        Message slip = fact("CHN 2022 540");
        known.add(slip);
        known.add(new Correction(FactId.of(slip), Correction.State.VOID, "a slip", NOW));

        assertThat(warnings(Way.RELEASE, ofAnother("CHN 2022 54"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"541,54.1,true", "54.1,54100,true", "999,1,true", "1001,1,true", "541,53.2,false", "2,1,false"})
    void anotherUnitMovesTheDecimalPoint(BigDecimal one, BigDecimal other, boolean isMoved) {
        assertThat(Plausibility.isMovedPoint(one, other)).isEqualTo(isMoved);
    }

    private static Message ofAnother(String words) {
        return read(line("rd-intensity", words, JULY).replace("\"nbs\"", "\"example\""));
    }

    @Test
    void manyOfAKindAreCountedAndTheFirstFewRemembered() {
        Message[] future = IntStream.range(2030, 2070)
                .mapToObj(year -> fact("CHN " + year + " 2.5"))
                .toArray(Message[]::new);

        Warned warned = warned(Way.RELEASE, future);

        assertThat(warned.of(Doubt.TOO_EARLY)).isEqualTo(40);
        assertThat(warned.first(Doubt.TOO_EARLY)).hasSize(5);
        assertThat(warned.first(Doubt.TOO_EARLY).get(0).line()).isEqualTo(1);
        assertThat(warned.first(Doubt.TOO_EARLY).get(0).file()).isEqualTo("file");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsBuiltInIsPlausible(BuiltInSet set) {
        for (BuiltInSet before : BuiltInSet.values()) {
            if (before != set) {
                known.addAll(before.facts());
            }
        }
        Message[] facts = set.facts().toArray(Message[]::new);

        assertThat(warnings(Way.MESSAGES, facts)).isEmpty();
        assertThat(warnings(Way.RELEASE, facts)).isEmpty();
    }

    private List<String> warnings(Way way, Message... facts) {
        Warned warned = warned(way, facts);
        List<String> words = new ArrayList<>();
        for (Doubt doubt : Doubt.values()) {
            for (Implausible one : warned.first(doubt)) {
                words.add(doubt + " " + (one.code().isEmpty() ? figures(one) : one.code() + one.near()));
            }
        }
        return words;
    }

    private static String figures(Implausible one) {
        return figure((Observation) one.fact()) + (one.other() == null ? "" : " beside " + figure(one.other()));
    }

    private static String figure(Observation observation) {
        return observation.period() + " " + observation.value();
    }

    private Warned warned(Way way, Message... facts) {
        try (Intake intake = Intake.warning(NOW, temporary, rejection -> {}, warning -> {})) {
            long line = 0;
            for (Message fact : facts) {
                line++;
                if (way == Way.MESSAGES) {
                    intake.take("file", fact, line);
                } else {
                    intake.state(new Release("set", null, Release.Extent.PART), fact, "file", line);
                }
            }
            intake.compare(new Known());
            return intake.warned();
        }
    }

    private final class Known implements KnownFacts {
        @Override
        public void read(Wanted wanted, Taker taker) throws IOException {
            for (Message fact : known) {
                if (!(fact instanceof Observation one)
                        || wanted.indicators().contains(one.series().indicator())) {
                    taker.take(fact);
                }
            }
        }

        @Override
        public void readCodes(SeenCodes seen) {
            known.forEach(seen::add);
        }

        @Override
        public @Nullable Set<String> sectorTopics() {
            return topics;
        }
    }

    private static Message fact(String words) {
        return fact(words, MARCH);
    }

    private static Message fact(String words, String day) {
        return observation("rd-intensity", words, day);
    }

    private static Message observation(String indicator, String words, String day) {
        return read(line(indicator, words, day));
    }

    private static Message read(String line) {
        return new IndicatorCodec().read(line.getBytes(UTF_8));
    }

    private static String line(String indicator, String words, String day) {
        String[] parts = words.split(" ");
        String unit = parts.length == 4 ? ",\"unit\":\"" + parts[3] + "\"" : "";
        return "{\"indicator\":\"%s\",\"area\":\"%s\",\"period\":\"%s\",\"value\":%s%s,\"published\":\"%sT00:00:00Z\","
                        .formatted(indicator, parts[0], parts[1], parts[2], unit, day)
                + "\"source\":{\"id\":\"nbs\"}}";
    }
}
