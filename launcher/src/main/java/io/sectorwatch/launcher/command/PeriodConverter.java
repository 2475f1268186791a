package io.sectorwatch.launcher.command;

import io.sectorwatch.schemas.series.Period;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A period as it is written in messages. */
final class PeriodConverter implements ITypeConverter<Period> {
    @Override
    public Period convert(String written) {
        try {
            return Period.parse(written);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
