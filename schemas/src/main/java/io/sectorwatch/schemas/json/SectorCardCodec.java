package io.sectorwatch.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.message.SectorCard;
import io.sectorwatch.schemas.message.SectorCard.AreaFigure;
import io.sectorwatch.schemas.message.SectorCard.Comparison;
import io.sectorwatch.schemas.message.SectorCard.Spread;
import io.sectorwatch.schemas.message.SectorCard.Statistic;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Codes;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Scorecards of a sector over all areas, which say so in place of an area. */
public final class SectorCardCodec implements MessageCodec<SectorCard> {
    @Override
    public SectorCard read(byte[] json) {
        Fields fields = Fields.of(Json.tree(json));
        if (!fields.text("area").equals(SectorCard.ALL_AREAS)) {
            throw fields.wrong("area", "is not " + SectorCard.ALL_AREAS);
        }
        SectorCard card = new SectorCard(
                fields.parsed("sector", Codes::sector),
                fields.optional("state", Severity::of),
                spreads(fields),
                CardFields.policies(fields),
                CardFields.severities(fields.object("open")),
                openByArea(fields.object("openByArea")),
                fields.parsed("knownAt", Instants::parse));
        fields.noOthers();
        return card;
    }

    @Override
    public byte[] write(SectorCard card) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("area", SectorCard.ALL_AREAS);
            json.writeStringField("sector", card.sector());
            CardFields.writeState(json, card.state());
            json.writeArrayFieldStart("indicators");
            for (Spread spread : card.indicators()) {
                write(json, spread);
            }
            json.writeEndArray();
            CardFields.writePolicies(json, card.policies());
            CardFields.writeSeverities(json, "open", card.open());
            json.writeObjectFieldStart("openByArea");
            for (Map.Entry<String, SortedMap<Severity, Integer>> area :
                    card.openByArea().entrySet()) {
                CardFields.writeSeverities(json, area.getKey(), area.getValue());
            }
            json.writeEndObject();
            json.writeStringField("knownAt", card.knownAt().toString());
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Spread spread) throws IOException {
        json.writeStartObject();
        json.writeStringField("indicator", spread.indicator());
        json.writeStringField("frequency", spread.frequency().name());
        json.writeNumberField("areas", spread.areas());
        if (spread.unit() != null) {
            json.writeStringField("unit", spread.unit());
        }
        write(json, "highest", spread.highest());
        write(json, "median", spread.median());
        write(json, "lowest", spread.lowest());
        Comparison benchmark = spread.benchmark();
        if (benchmark != null) {
            json.writeObjectFieldStart("benchmark");
            json.writeNumberField("areas", benchmark.areas());
            json.writeNumberField("above", benchmark.above());
            json.writeNumberField("possiblyAbove", benchmark.possiblyAbove());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String field, @Nullable Statistic statistic) throws IOException {
        if (statistic == null) {
            return;
        }
        json.writeObjectFieldStart(field);
        json.writeNumberField("value", statistic.value());
        CardFields.writeBound(json, statistic.comparator());
        json.writeArrayFieldStart("of");
        for (AreaFigure figure : statistic.of()) {
            json.writeStartObject();
            json.writeStringField("area", figure.area());
            json.writeStringField("period", figure.period().toString());
            json.writeNumberField("value", figure.value());
            CardFields.writeBound(json, figure.comparator());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static List<Spread> spreads(Fields card) {
        List<Spread> spreads = new ArrayList<>();
        for (Fields fields : card.objects("indicators")) {
            spreads.add(new Spread(
                    fields.text("indicator"),
                    fields.parsed("frequency", Frequency::of),
                    fields.count("areas"),
                    fields.optionalText("unit"),
                    statistic(fields.optionalObject("highest")),
                    statistic(fields.optionalObject("median")),
                    statistic(fields.optionalObject("lowest")),
                    comparison(fields.optionalObject("benchmark"))));
            fields.noOthers();
        }
        return spreads;
    }

    private static @Nullable Statistic statistic(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        List<AreaFigure> of = new ArrayList<>();
        for (Fields figure : fields.objects("of")) {
            of.add(new AreaFigure(
                    figure.parsed("area", Codes::area),
                    figure.parsed("period", Period::parse),
                    figure.number("value"),
                    figure.optional("comparator", Bound::of)));
            figure.noOthers();
        }
        Statistic statistic = new Statistic(fields.computed("value"), fields.optional("comparator", Bound::of), of);
        fields.noOthers();
        return statistic;
    }

    private static @Nullable Comparison comparison(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        Comparison comparison =
                new Comparison(fields.count("areas"), fields.count("above"), fields.count("possiblyAbove"));
        fields.noOthers();
        return comparison;
    }

    private static SortedMap<String, SortedMap<Severity, Integer>> openByArea(Fields fields) {
        SortedMap<String, SortedMap<Severity, Integer>> open = new TreeMap<>();
        for (Map.Entry<String, JsonNode> area : fields.entries()) {
            open.put(area.getKey(), CardFields.severities(fields.object(area.getKey())));
        }
        return open;
    }
}
