package io.sectorwatch.processor.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorContextUtils;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.processor.internals.ProcessorStateManager;
import org.apache.kafka.streams.processor.internals.StreamTask;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the heap store takes for granted of Kafka Streams, as far as it shows without a broker. Where one of these fails
 * after a new version, the store is not safe with it, however few changes it takes to compile.
 */
class HeapStoreTest {
    private static final String APPLICATION = "contract";
    private static final String INPUT = "input";
    private static final String OUTPUT = "output";
    private static final String CHANGELOG = APPLICATION + '-' + Notes.NAME + "-changelog";
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Instant LATER = Instant.parse("2024-02-23T00:00:00Z");

    private final TopologyTestDriver driver = new TopologyTestDriver(topology(), config(), Instant.EPOCH);
    private final TestInputTopic<String, String> input =
            driver.createInputTopic(INPUT, new StringSerializer(), new StringSerializer());
    private final TestOutputTopic<String, String> output =
            driver.createOutputTopic(OUTPUT, new StringDeserializer(), new StringDeserializer());
    private final TestOutputTopic<String, String> changelog =
            driver.createOutputTopic(CHANGELOG, new StringDeserializer(), new StringDeserializer());

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void whatChangedIsLoggedOnceInTheTransactionOfTheCommit() {
        note("a=1 b=1 a=2 a=3");

        assertThat(logged())
                .as(look("StreamTask.prepareCommit", "ProcessorStateManager.flushCache")
                        + "; the caches have to be flushed before the producer is, and so before the commit")
                .containsExactly("a=3", "b=1");
    }

    @Test
    void aCommitWithNothingChangedLogsNothing() {
        note("a=1");
        logged();

        note("nothing");

        assertThat(logged()).as("changes logged again").isEmpty();
    }

    @Test
    void whatIsGoneIsLoggedAsATombstone() {
        note("a=1");
        note("a=");

        assertThat(logged()).containsExactly("a=1", "a=null");
    }

    @Test
    void theLogHasTheTimeOfTheStreamAndNoHeadersOfTheRecordAtHand() {
        Headers headers = new RecordHeaders().add("of-the-record", new byte[0]);
        input.pipeInput(new TestRecord<>("key", "a=1", headers, LATER));
        input.pipeInput(new TestRecord<>("key", "a=2", headers, Instant.EPOCH));

        assertThat(changelog.readRecordsToList())
                .as(look("ProcessorContextImpl.logChange", "ProcessorContextImpl.currentStreamTimeMs"))
                .hasSize(2)
                .allSatisfy(record -> {
                    assertThat(record.getRecordTime()).isEqualTo(LATER);
                    assertThat(record.getHeaders()).isEmpty();
                });
    }

    @Test
    void beforeTheFirstRecordTheLogHasTheTimeZero() {
        driver.advanceWallClockTime(STEP);

        assertThat(changelog.readRecordsToList())
                .as(look("InternalProcessorContext.currentStreamTimeMs") + "; -1 is the time before the first record")
                .singleElement()
                .satisfies(record -> assertThat(record.getRecordTime()).isEqualTo(Instant.EPOCH));
    }

    @Test
    void beforeACommitTheProcessorMayChangeStateAndForwardAsIfItHadARecord() {
        note("a=1 b=2");

        assertThat(output.readKeyValuesToList())
                .as(look("InternalProcessorContext.setCurrentNode", "InternalProcessorContext.setRecordContext")
                        + "; what is forwarded before a commit has to go to the children of the processor that asked")
                .extracting(pair -> pair.key, pair -> pair.value)
                .containsExactly(tuple("sum", "3 from nowhere"));
    }

    @Test
    void theStoreIsRegisteredAsItselfAndNotWrapped() {
        assertThat(driver.getStateStore(Notes.NAME))
                .as(look("StoreBuilder.build", "ProcessorStateManager.registerStore")
                        + "; in a wrapper nobody would see that it is to be flushed like a cache")
                .isInstanceOf(Notes.class)
                .isInstanceOf(CachedStateStore.class);
    }

    @Test
    void aClosedStoreIsEmpty() {
        Notes store;
        try (TopologyTestDriver other = new TopologyTestDriver(topology(), config(), Instant.EPOCH)) {
            other.createInputTopic(INPUT, new StringSerializer(), new StringSerializer())
                    .pipeInput("key", "a=1");
            store = (Notes) other.getStateStore(Notes.NAME);
            assertThat(store.all()).isNotEmpty();
        }

        assertThat(store.all()).as(look("ProcessorStateManager.close")).isEmpty();
        assertThat(store.isOpen()).isFalse();
    }

    @Test
    void theInternalsItUsesAreTheSixOfTheDocuments() {
        JavaClass store = new ClassFileImporter().importClasses(HeapStore.class).get(HeapStore.class);
        Stream<JavaClass> named = store.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass);
        Stream<JavaClass> passed = store.getMethodCallsFromSelf().stream()
                .map(JavaMethodCall::getTarget)
                .flatMap(call ->
                        Stream.concat(call.getRawParameterTypes().stream(), Stream.of(call.getRawReturnType())));

        assertThat(Stream.concat(named, passed)
                        .map(JavaClass::getName)
                        .filter(name -> name.matches("org\\.apache\\.kafka\\.streams\\..*internals\\..*"))
                        .distinct())
                .as("docs/architecture.md and this test have to name all of them")
                .containsExactlyInAnyOrder(
                        InternalProcessorContext.class.getName(),
                        ProcessorContextUtils.class.getName(),
                        ProcessorNode.class.getName(),
                        ProcessorRecordContext.class.getName(),
                        CachedStateStore.class.getName(),
                        CacheFlushListener.class.getName());
    }

    @Test
    void theInternalsHaveWhatItUses() {
        assertThat(Arrays.stream(CachedStateStore.class.getMethods()).map(Method::getName))
                .as(look("CachedStateStore") + "; another method may be one that has to be answered")
                .containsExactlyInAnyOrder("setFlushListener", "flushCache", "clearCache");
        assertHas(InternalProcessorContext.class, "currentNode");
        assertHas(InternalProcessorContext.class, "setCurrentNode", ProcessorNode.class);
        assertHas(InternalProcessorContext.class, "recordContext");
        assertHas(InternalProcessorContext.class, "setRecordContext", ProcessorRecordContext.class);
        assertHas(InternalProcessorContext.class, "currentStreamTimeMs");
        assertHas(
                InternalProcessorContext.class,
                "logChange",
                String.class,
                Bytes.class,
                byte[].class,
                long.class,
                Headers.class,
                Position.class);
        assertHas(ProcessorContextUtils.class, "asInternalProcessorContext", StateStoreContext.class);
    }

    /** These it never names, and rests on all the same. */
    @Test
    void theInternalsCallWhatItAnswers() {
        assertCalls(StreamTask.class, ProcessorStateManager.class, "flushCache");
        assertCalls(ProcessorStateManager.class, CachedStateStore.class, "flushCache");
        assertCalls(ProcessorStateManager.class, CachedStateStore.class, "clearCache");
    }

    private void note(String text) {
        input.pipeInput("key", text);
    }

    private List<String> logged() {
        return changelog.readKeyValuesToList().stream()
                .map(pair -> pair.key + '=' + pair.value)
                .toList();
    }

    private static void assertHas(Class<?> type, String method, Class<?>... parameters) {
        assertThat(Arrays.stream(type.getMethods())
                        .filter(candidate -> candidate.getName().equals(method))
                        .map(candidate -> List.of(candidate.getParameterTypes())))
                .as(look(type.getSimpleName() + '.' + method))
                .contains(List.of(parameters));
    }

    private static void assertCalls(Class<?> caller, Class<?> callee, String method) {
        assertThat(new ClassFileImporter().importClasses(caller).get(caller).getMethodCallsFromSelf())
                .as(look(caller.getSimpleName()) + "; it has to call " + callee.getSimpleName() + '.' + method)
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(callee)
                        && call.getName().equals(method));
    }

    private static String look(String... places) {
        return "HeapStore rests on Kafka Streams, here of version " + AppInfoParser.getVersion() + "; look at "
                + String.join(" and ", places);
    }

    private static Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(INPUT, Consumed.with(Serdes.String(), Serdes.String()))
                .process(new Noting.Supplier())
                .to(OUTPUT, Produced.with(Serdes.String(), Serdes.String()));
        return builder.build();
    }

    private static Properties config() {
        Properties config = new Properties();
        config.put("application.id", APPLICATION);
        config.put("bootstrap.servers", "unused:0");
        config.put("processing.guarantee", "exactly_once_v2");
        return config;
    }

    /** Takes notes as in {@code a=1 b=}, and tells the sum of the numbers before each commit. */
    private static final class Noting implements Processor<String, String, String, String> {
        private @Nullable Notes notes;

        @Override
        public void init(ProcessorContext<String, String> context) {
            Notes store = context.getStateStore(Notes.NAME);
            notes = store;
            store.beforeCommit(() -> sum(context, store));
            context.schedule(STEP, PunctuationType.WALL_CLOCK_TIME, time -> {
                store.put("time", "passed");
                context.commit();
            });
        }

        @Override
        public void process(Record<String, String> record) {
            if (notes == null) {
                throw new IllegalStateException("not initialised");
            }
            for (String word : record.value().split(" ", -1)) {
                int sign = word.indexOf('=');
                if (sign >= 0) {
                    notes.put(word.substring(0, sign), sign + 1 == word.length() ? null : word.substring(sign + 1));
                }
            }
        }

        private static void sum(ProcessorContext<String, String> context, Notes notes) {
            int sum = 0;
            for (String text : notes.all().values()) {
                if (text.matches("\\d+")) {
                    sum += Integer.parseInt(text);
                }
            }
            String from = context.recordMetadata()
                    .map(place -> place.topic() == null ? "nowhere" : place.topic())
                    .orElse("nowhere");
            context.forward(new Record<>("sum", sum + " from " + from, 0));
        }

        private static final class Supplier implements ProcessorSupplier<String, String, String, String> {
            @Override
            public Processor<String, String, String, String> get() {
                return new Noting();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(new HeapStoreBuilder<>(Notes.NAME, Notes::new, Map.of()));
            }
        }
    }
}
