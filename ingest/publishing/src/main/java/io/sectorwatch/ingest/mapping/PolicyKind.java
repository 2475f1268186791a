package io.sectorwatch.ingest.mapping;

import java.util.List;

/**
 * Where the fields of policy events are taken from.
 *
 * @param id {@link Field#NONE} if it is derived from the content
 * @param occurred when, and how exactly that is known
 */
record PolicyKind(
        Field id,
        Field title,
        Field sectors,
        Field kind,
        Field stance,
        Field instruments,
        Field actors,
        PeriodField occurred)
        implements Mapping.Kind {

    @Override
    public List<Field> renamed() {
        return List.of();
    }

    @Override
    public List<Field> needed() {
        return List.of(title, kind, stance, occurred.from());
    }

    @Override
    public List<Field> named() {
        return List.of(id, sectors, instruments, actors, occurred.frequency());
    }

    @Override
    public List<Field> silent() {
        return List.of();
    }
}
