package io.sectorwatch.application.archive.table;

import static io.sectorwatch.application.archive.table.TableColumn.Type.DAY;
import static io.sectorwatch.application.archive.table.TableColumn.Type.NUMBER;
import static io.sectorwatch.application.archive.table.TableColumn.Type.TEXT;
import static io.sectorwatch.application.archive.table.TableColumn.Type.TIME;

import io.sectorwatch.application.facts.ListedFact;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.series.Bound;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of observations and of policy events, by the names that they have in the database of a monitor. */
final class FactColumns {
    static final List<TableColumn<ListedFact>> OF_OBSERVATIONS = List.of(
            text("id", ListedFact::id),
            text("series", observation(its -> its.series().toString())),
            text("indicator", observation(its -> its.series().indicator())),
            text("area", observation(its -> its.series().area())),
            text("sector", observation(its -> its.series().sector())),
            text("frequency", observation(its -> its.series().frequency().name())),
            text("period", observation(its -> its.period().toString())),
            text("value", observation(its -> text(its.value()))),
            new TableColumn<>("number", NUMBER, observation(its -> number(its.value()))),
            text("comparator", observation(its -> symbol(its.comparator()))),
            text("unit", observation(Observation::unit)),
            text("status", observation(its -> String.join(" ", its.status()))),
            new TableColumn<>("published", TIME, observation(Observation::published)),
            text("source", observation(its -> its.source().id())),
            text("locator", observation(its -> its.source().locator())),
            text("url", observation(its -> its.source().url())),
            new TableColumn<>("next_release", DAY, observation(Observation::nextRelease)),
            text("release", ListedFact::release),
            text("state", fact -> fact.state().code()),
            text("because", fact -> because(fact.correction())));

    static final List<TableColumn<ListedFact>> OF_POLICIES = List.of(
            text("id", ListedFact::id),
            text("policy", policy(PolicyEvent::id)),
            text("title", policy(PolicyEvent::title)),
            text("area", policy(PolicyEvent::area)),
            text("sectors", policy(its -> joined(its.sectors(), " "))),
            text("kind", policy(PolicyEvent::kind)),
            text("stance", policy(PolicyEvent::stance)),
            text("occurred", policy(its -> its.occurred().toString())),
            new TableColumn<>("published", TIME, policy(PolicyEvent::published)),
            text("source", policy(its -> its.source().id())),
            text("locator", policy(its -> its.source().locator())),
            text("url", policy(its -> its.source().url())),
            text("instruments", policy(its -> joined(its.instruments(), "; "))),
            text("actors", policy(its -> joined(its.actors(), "; "))),
            text("release", ListedFact::release),
            text("state", fact -> fact.state().code()),
            text("because", fact -> because(fact.correction())));

    private static TableColumn<ListedFact> text(String name, Function<ListedFact, @Nullable Object> cell) {
        return new TableColumn<>(name, TEXT, cell);
    }

    private static Function<ListedFact, @Nullable Object> observation(Function<Observation, @Nullable Object> cell) {
        return fact -> cell.apply((Observation) fact.fact());
    }

    private static Function<ListedFact, @Nullable Object> policy(Function<PolicyEvent, @Nullable Object> cell) {
        return fact -> cell.apply((PolicyEvent) fact.fact());
    }

    private static @Nullable String joined(List<String> texts, String separator) {
        return texts.isEmpty() ? null : String.join(separator, texts);
    }

    private static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    private static @Nullable Double number(@Nullable BigDecimal value) {
        return value == null ? null : value.doubleValue();
    }

    private static @Nullable String symbol(@Nullable Bound comparator) {
        return comparator == null ? null : comparator.symbol();
    }

    private static @Nullable String because(@Nullable Correction correction) {
        return correction == null ? null : correction.because();
    }

    private FactColumns() {}
}
