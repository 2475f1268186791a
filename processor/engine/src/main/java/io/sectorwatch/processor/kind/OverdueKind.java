package io.sectorwatch.processor.kind;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;

/** Whether the release announced by the newest vintage is late. */
public record OverdueKind(Period after) implements ReleaseKind {
    static OverdueKind parse(RuleFields fields) {
        return new OverdueKind(fields.duration("after", Period.ZERO));
    }

    @Override
    public String name() {
        return "overdue";
    }

    @Override
    public long lateFrom(LocalDate announced) {
        return announced.plus(after).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    @Override
    public String condition(Wording words) {
        return "overdue";
    }
}
