package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.area.AreaCodes;
import io.sectorwatch.ingest.mapping.MappingFields.Form;
import io.sectorwatch.schemas.json.Texts;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Codes;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.topic.Partitions;
import java.time.DateTimeException;
import java.time.LocalDate;

/** What each field of a fact allows. */
final class Forms {
    static final Form AREA = new Form(Codes::area, AreaList::of, AreaList.of(AreaCodes.ANY), true);
    static final Form INDICATOR = Form.words(Forms::indicator);
    static final Form SECTOR = Form.words(Codes::sector);
    static final Form UNIT = new Form(Forms::unit, Form.TEXT.lists(), CodeList.words(), false);
    static final Form STATUS = new Form(Codes::status, StatusCodes::of, CodeList.Same.SAME, false);
    static final Form FREQUENCY =
            new Form(code -> Frequency.of(code).name(), Form.TEXT.lists(), CodeList.Same.SAME, false);
    static final Form COMPARATOR =
            new Form(symbol -> Bound.of(symbol).symbol(), Form.TEXT.lists(), CodeList.Same.SAME, false);
    static final Form SOURCE = Form.words(id -> Codes.id("source", id));

    static final Form LINE =
            new Form(text -> Texts.line("the text", text), Form.TEXT.lists(), CodeList.Same.SAME, false);
    static final Form DAY = new Form(day -> Forms.day(day).toString(), Form.TEXT.lists(), CodeList.Same.SAME, false);

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no day such as 2024-10-31", e);
        }
    }

    static String indicator(String code) {
        if (Partitions.isDerived(code)) {
            throw new IllegalArgumentException(
                    "indicator '" + code + "' is counted from policy events and cannot be observed");
        }
        return Codes.indicator(code);
    }

    static String unit(String unit) {
        return Texts.line("unit", unit);
    }

    private Forms() {}
}
