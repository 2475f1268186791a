package io.sectorwatch.launcher.command;

import io.sectorwatch.schemas.json.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option's value out of a few, written as people write them, in lower case; any case is understood. */
final class Choice<E extends Enum<E>> implements ITypeConverter<E> {
    private final Class<E> type;

    Choice(Class<E> type) {
        this.type = type;
    }

    @Override
    public E convert(String written) {
        List<E> all = Arrays.asList(type.getEnumConstants());
        List<String> words =
                all.stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
        int at = words.indexOf(written.toLowerCase(Locale.ROOT));
        if (at < 0) {
            throw new TypeConversionException("one of " + String.join(", ", words) + ", not '" + written + "'"
                    + Suggestion.among(words, written));
        }
        return all.get(at);
    }
}
