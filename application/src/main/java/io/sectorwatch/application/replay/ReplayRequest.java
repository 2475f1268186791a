package io.sectorwatch.application.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.event.ContentId;
import java.util.TreeSet;

/**
 * What is to be decided again.
 *
 * @param software what decides, with its version
 * @param asDecided whether void facts are known until they are corrected, as they were
 */
public record ReplayRequest(
        String software, RuleChoice rules, RequestedSpan span, ReplayScope scope, boolean asDecided) {

    /** One in which void facts were never known. */
    public ReplayRequest(String software, RuleChoice rules, RequestedSpan span, ReplayScope scope) {
        this(software, rules, span, scope, false);
    }

    /** Tells one request from another that has the same name; one that is interrupted is known by it when it comes again. */
    public String id(int partitions) {
        StringBuilder text = new StringBuilder(software);
        text.append('\n').append(rules.words());
        if (rules instanceof RuleChoice.Others others) {
            others.rules().forEach(rule -> text.append('\n').append(rule.hash()));
        }
        text.append('\n').append(span.words()).append('\n').append(partitions).append(asDecided ? " as decided" : "");
        text.append('\n').append(new TreeSet<>(scope.rules())).append(new TreeSet<>(scope.indicators()));
        text.append('\n').append(new TreeSet<>(scope.areas())).append(new TreeSet<>(scope.sectors()));
        return ContentId.of(text.toString().getBytes(UTF_8));
    }
}
