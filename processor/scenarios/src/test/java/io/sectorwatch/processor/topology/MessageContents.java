package io.sectorwatch.processor.topology;

import io.sectorwatch.schemas.message.Limit;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Figure;
import io.sectorwatch.schemas.message.Transition.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the sentence of a transition has to say, read without any of the code that writes it. */
final class MessageContents {
    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(?:\\.\\d+)?");

    /** What a sentence does not say that its transition does. */
    static List<String> missing(Transition transition) {
        List<String> missing = new ArrayList<>();
        String text = transition.message();
        Figure figure = transition.observation();
        Limit limit = transition.limit();
        boolean isOfTheRule = text.endsWith(": the rule was changed or removed");
        if (limit == null || isOfTheRule) {
            return missing;
        }
        if (figure != null) {
            require(text.contains(figure.period().toString()), "the period " + figure.period(), missing);
            number(text, figure.value(), "the figure", missing);
            Figure before = transition.before();
            if (before != null && transition.transition() == Type.UPDATED && isRevised(before, figure)) {
                number(text, before.value(), "the figure before", missing);
                require(text.contains(" from ") && text.contains(" to "), "from and to", missing);
            }
        }
        Figure benchmark = transition.benchmark();
        if (benchmark != null && transition.measure().kind().equals("gap")) {
            number(text, benchmark.value(), "the benchmark", missing);
            require(text.contains(benchmark.period().toString()), "its period " + benchmark.period(), missing);
        }
        // A gap below 0 is one below the benchmark, which is named instead.
        if (limit.value().signum() != 0) {
            number(text, limit.value(), "the limit", missing);
        }
        return missing;
    }

    private static boolean isRevised(Figure before, Figure figure) {
        return before.period().equals(figure.period())
                && before.value() != null
                && figure.value() != null
                && before.value().compareTo(figure.value()) != 0;
    }

    /** A number is said where one stands that it was rounded to. */
    private static void number(String text, @Nullable BigDecimal number, String what, List<String> missing) {
        if (number == null) {
            return;
        }
        Matcher numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            BigDecimal said = new BigDecimal(numbers.group().replace(",", ""));
            BigDecimal half =
                    BigDecimal.ONE.movePointLeft(Math.max(0, said.scale())).divide(BigDecimal.valueOf(2));
            // A distance below a limit may be told as such: "0.08 below".
            if (number.subtract(said).abs().compareTo(half) <= 0
                    || number.add(said).abs().compareTo(half) <= 0) {
                return;
            }
        }
        missing.add(what + ' ' + number.toPlainString());
    }

    private static void require(boolean said, String what, List<String> missing) {
        if (!said) {
            missing.add(what);
        }
    }

    private MessageContents() {}
}
