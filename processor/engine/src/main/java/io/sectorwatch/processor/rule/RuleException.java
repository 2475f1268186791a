package io.sectorwatch.processor.rule;

import io.sectorwatch.schemas.yaml.Mistake;
import java.util.List;
import java.util.stream.Collectors;

/** A rule that cannot be used, with every mistake in it. */
public final class RuleException extends IllegalArgumentException {
    private final transient List<Mistake> mistakes;

    public RuleException(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("; ")));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
