package io.sectorwatch.application.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplayRequestTest {
    private static final ReplayScope CHINA = new ReplayScope(Set.of(), Set.of(), Set.of("CHN"), Set.of());

    @Test
    void eachHasAnIdOfItsOwn() {
        RuleChoice reached = new RuleChoice.Others(List.of(Rules.atLeast("2")));
        RuleChoice more = new RuleChoice.Others(List.of(Rules.atLeast("3")));
        RequestedSpan asOf = RequestedSpanTest.span(null, null, "2024-02-23");
        RequestedSpan to = RequestedSpanTest.span(null, "2024-02-23", null);
        ReplayRequest plain = request("one", new RuleChoice.History(), RequestedSpan.WHOLE, ReplayScope.EVERYTHING);

        assertThat(Stream.concat(
                        Stream.of(
                                        plain,
                                        request("two", plain.rules(), plain.span(), plain.scope()),
                                        request("one", new RuleChoice.Now(), plain.span(), plain.scope()),
                                        request("one", reached, plain.span(), plain.scope()),
                                        request("one", more, plain.span(), plain.scope()),
                                        request("one", plain.rules(), asOf, plain.scope()),
                                        request("one", plain.rules(), to, plain.scope()),
                                        request("one", plain.rules(), plain.span(), CHINA))
                                .map(request -> request.id(1)),
                        Stream.of(plain.id(12))))
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameAgainIsKnownInWhateverOrderCodesAreNamed() {
        assertThat(request(
                                "one",
                                new RuleChoice.Others(List.of(Rules.atLeast("2"))),
                                RequestedSpan.WHOLE,
                                areas("CHN", "USA"))
                        .id(3))
                .isEqualTo(request(
                                "one",
                                new RuleChoice.Others(List.of(Rules.atLeast("2"))),
                                RequestedSpanTest.span(null, null, null),
                                areas("USA", "CHN"))
                        .id(3));
    }

    private static ReplayRequest request(String software, RuleChoice rules, RequestedSpan span, ReplayScope scope) {
        return new ReplayRequest(software, rules, span, scope);
    }

    private static ReplayScope areas(String... areas) {
        return new ReplayScope(Set.of(), Set.of(), new LinkedHashSet<>(List.of(areas)), Set.of());
    }
}
