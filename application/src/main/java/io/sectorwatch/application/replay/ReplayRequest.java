package io.sectorwatch.application.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.event.ContentId;
import java.util.TreeSet;

/**
 * What is to be decided again.
 *
 * @param software what decides, with its version
 */
public record ReplayRequest(String software, RuleChoice rules, RequestedSpan span, ReplayScope scope) {

    /** Tells one request from another that has the same name; one that is interrupted is known by it when it comes again. */
    public String id(int partitions) {
        StringBuilder text = new StringBuilder(software);
        text.append('\n').append(rules.words());
        if (rules instanceof RuleChoice.Others others) {
            others.rules().forEach(rule -> text.append('\n').append(rule.hash()));
        }
        text.append('\n').append(span.words()).append('\n').append(partitions);
        text.append('\n').append(new TreeSet<>(scope.rules())).append(new TreeSet<>(scope.indicators()));
        text.append('\n').append(new TreeSet<>(scope.areas())).append(new TreeSet<>(scope.sectors()));
        return ContentId.of(text.toString().getBytes(UTF_8));
    }
}
