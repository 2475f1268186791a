package io.sectorwatch.processor.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.processor.kind.Kinds;
import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.processor.series.Origin;
import io.sectorwatch.processor.series.Origins;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an event costs does not grow with what is known already. Counted are the rows looked at: whoever looks at a row asks
 * for its origin.
 */
class ConstantWorkTest {
    private static final int FEW = 100;
    private static final int MANY = 3_000;
    private static final int FIRST_MONTH = Period.parse("1700-01").ordinal();

    // The windows are long ones: they have to be full in both histories.
    private static final Map<String, String> KINDS = Map.of(
            "value", "{'atLeast':0.5}",
            "gap", "{'to':{'area':'OECD'},'above':-100}",
            "change", "{'periods':60,'above':-1000}",
            "sum", "{'periods':60,'above':1}",
            "convergence", "{'to':{'area':'OECD'},'periods':60,'atMost':1000}",
            "rank", "{'among':['CHN','OECD','USA'],'atMost':3}",
            "revision", "{'periods':60,'above':-1}",
            "overdue", "{'after':'P0D'}");

    static List<String> kinds() {
        return List.copyOf(KINDS.keySet());
    }

    @Test
    void everyKindIsThere() {
        assertThat(KINDS.keySet()).isEqualTo(Kinds.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aNewPeriodCostsTheSameHoweverManyThereAre(String kind) {
        long few = looksAtANewPeriod(kind, FEW);
        long many = looksAtANewPeriod(kind, MANY);

        assertThat(few).isPositive();
        assertThat(many).isLessThanOrEqualTo(few + 2);
    }

    @Test
    void aPolicyEventCostsTheSameHoweverManyThereAreInItsAreaAndYear() {
        long few = looksAtAPolicyEvent(FEW);
        long many = looksAtAPolicyEvent(MANY);

        assertThat(few).isPositive();
        assertThat(many).isLessThanOrEqualTo(few + 2);
    }

    @Test
    void correctionsThatComeTogetherAreFoundInOnePass() {
        long one = looksOfCorrections(1);
        long many = looksOfCorrections(FEW);

        assertThat(one).isGreaterThan(MANY);
        assertThat(many).isLessThan(2 * one);
    }

    private static long looksOfCorrections(int corrections) {
        Counted counted = new Counted();
        Engine engine = counted.engine();
        List<String> ids = new ArrayList<>();
        for (int area = 0; area < MANY; area++) {
            Observation fact = (Observation) new IndicatorCodec()
                    .read(json("{'indicator':'x','area':'A" + area + "','period':'2023','value':1,"
                            + "'published':'2024-01-01T00:00:00Z','source':{'id':'s'}}"));
            engine.observe(fact);
            ids.add(FactId.of(fact));
        }
        long before = counted.looks;
        ids.subList(0, corrections)
                .forEach(id -> engine.observe(
                        new Correction(id, Correction.State.VOID, "a test", Instant.parse("2024-01-01T00:00:00Z"))));
        long looks = counted.looks - before;
        assertThat(engine.corrected()).hasSize(corrections);
        return looks;
    }

    private static long looksAtANewPeriod(String kind, int known) {
        Counted counted = new Counted();
        Engine engine = counted.engine();
        engine.apply(
                new RuleCodec()
                        .read(json("{'id':'r','severity':'info','series':{'indicator':'x','areas':['CHN']},'when':{'"
                                + kind + "':" + KINDS.get(kind) + "}}")),
                Instant.EPOCH);
        for (int month = 0; month < known; month++) {
            observe(engine, month);
        }
        long before = counted.looks;
        observe(engine, known);
        return counted.looks - before;
    }

    private static void observe(Engine engine, int month) {
        for (String area : List.of("CHN", "OECD", "USA")) {
            Period period = new Period(Frequency.M, FIRST_MONTH + month);
            Instant published = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(month * 60L);
            // One that goes up and down: each kind has something to say now and then.
            String value = (area.equals("CHN") ? 1 + month % 7 : 20) + ".5";
            engine.observe(new IndicatorCodec()
                    .read(json("{'indicator':'x','area':'" + area + "','period':'" + period + "','value':" + value
                            + ",'published':'" + published
                            + "','source':{'id':'s'},'nextRelease':'2040-01-01'}")));
        }
    }

    private static long looksAtAPolicyEvent(int known) {
        Counted counted = new Counted();
        Engine engine = counted.engine();
        engine.apply(
                new RuleCodec()
                        .read(json("{'id':'r','severity':'info','series':{'indicator':'policy-activity'},"
                                + "'when':{'value':{'atLeast':1}}}")),
                Instant.EPOCH);
        for (int i = 0; i < known; i++) {
            policy(engine, i);
        }
        long before = counted.looks;
        policy(engine, known);
        return counted.looks - before;
    }

    private static void policy(Engine engine, int number) {
        Instant published = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(number * 60L);
        engine.observe(new PolicyCodec()
                .read(json("{'id':'p" + number + "','title':'t','area':'CHN','sectors':['semiconductors'],"
                        + "'kind':'funding','instruments':[],'actors':[],'stance':'support','occurred':'2020',"
                        + "'published':'" + published + "','source':{'id':'s'}}")));
    }

    private static byte[] json(String withApostrophes) {
        return withApostrophes.replace('\'', '"').getBytes(UTF_8);
    }

    /** Counts how often a row is looked at. */
    private static final class Counted {
        private long looks;

        Engine engine() {
            List<Origin> origins = new ArrayList<>();
            return new Engine(EngineState.NOTHING, new Origins(new AbstractList<>() {
                @Override
                public Origin get(int index) {
                    looks++;
                    return origins.get(index);
                }

                @Override
                public int size() {
                    return origins.size();
                }

                @Override
                public boolean add(Origin origin) {
                    return origins.add(origin);
                }
            }));
        }
    }
}
