package io.sectorwatch.launcher.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sectorwatch.application.facts.ListedFact;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Source;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A fact as a person reads it, a spreadsheet, or a program. */
public final class FactText {
    /** The columns of {@link #forSpreadsheets}. */
    public static final String HEADER =
            "id,state,published,source,indicator,policy,area,sector,period,comparator,value,"
                    + "unit,status,title,because,at";

    private static final int SHORT_ID = 12;
    private static final String INDENT = " ".repeat(14);

    /** A line, and what does not fit the screen beneath: id, day of publication, state, what it says, source, reason. */
    public static String forPeople(ListedFact fact, Screen screen) {
        String head = shortId(fact.id()) + "  " + day(fact.fact().time()) + "  "
                + String.format("%-5s", fact.state().code()) + "  ";
        Correction correction = fact.correction();
        String words = ofSource(fact.fact())
                + (correction == null ? "" : "; since " + day(correction.at()) + ": " + correction.because());
        return screen.wrapped(head, words, INDENT);
    }

    /** What a person is told of one that was corrected. */
    public static String corrected(ListedFact fact) {
        return shortId(fact.id()) + " is " + fact.state().code() + " now: " + ofSource(fact.fact()) + '.';
    }

    /** What a person is told of one that was in its state already. */
    public static String unchanged(ListedFact fact) {
        Correction correction = fact.correction();
        return shortId(fact.id()) + " is " + fact.state().code() + " already"
                + (correction == null ? "" : " since " + day(correction.at()) + " (" + correction.because() + ")")
                + ", and nothing was changed: " + ofSource(fact.fact()) + '.';
    }

    private static String ofSource(Message fact) {
        return said(fact) + ", of " + source(fact).id();
    }

    /** One JSON object with the message in it. */
    public static String forPrograms(ListedFact fact) {
        return new String(Json.bytes(json -> write(fact, json)), UTF_8);
    }

    /** One row of {@link #HEADER}. */
    public static String forSpreadsheets(ListedFact fact) {
        Correction correction = fact.correction();
        Observation observation = fact.fact() instanceof Observation one ? one : null;
        PolicyEvent policy = fact.fact() instanceof PolicyEvent one ? one : null;
        return CsvRow.of(
                fact.id(),
                fact.state().code(),
                fact.fact().time(),
                source(fact.fact()).id(),
                observation == null ? null : observation.series().indicator(),
                policy == null ? null : policy.id(),
                observation == null
                        ? policy == null ? null : policy.area()
                        : observation.series().area(),
                observation == null
                        ? policy == null ? null : String.join(" ", policy.sectors())
                        : observation.series().sector(),
                observation == null ? policy == null ? null : policy.occurred() : observation.period(),
                observation == null || observation.comparator() == null
                        ? null
                        : observation.comparator().symbol(),
                observation == null || observation.value() == null
                        ? null
                        : observation.value().toPlainString(),
                observation == null ? null : observation.unit(),
                observation == null ? null : String.join(" ", observation.status()),
                policy == null ? null : policy.title(),
                correction == null ? null : correction.because(),
                correction == null ? null : correction.at());
    }

    /** The figure of an observation, with its status where that is not the normal one; the kind of a policy event. */
    static String value(Message fact) {
        if (fact instanceof Observation observation) {
            return observation.value() == null
                    ? "withdrawn"
                    : value(observation, observation.value().toPlainString());
        }
        return fact instanceof PolicyEvent policy ? policy.kind() : "";
    }

    /** The same of an observation with a value, whose number is written already. */
    static String value(Observation observation, String written) {
        String comparator =
                observation.comparator() == null ? "" : observation.comparator().symbol();
        String status = observation.status().equals(Observation.NORMAL)
                ? ""
                : " (" + String.join(" ", observation.status()) + ")";
        return comparator + written + status;
    }

    /** As much of an id as people need. */
    static String shortId(String id) {
        return id.substring(0, SHORT_ID);
    }

    private static String said(Message fact) {
        if (fact instanceof Observation observation) {
            return observation.series() + " " + observation.period() + ": " + value(fact);
        }
        return fact instanceof PolicyEvent policy
                ? "policy " + policy.id() + " " + policy.area() + " " + policy.occurred() + ": " + policy.kind()
                : "";
    }

    private static Source source(Message fact) {
        if (fact instanceof Observation observation) {
            return observation.source();
        }
        if (fact instanceof PolicyEvent policy) {
            return policy.source();
        }
        throw new IllegalArgumentException("not a fact: " + fact);
    }

    private static void write(ListedFact fact, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", fact.id());
        json.writeStringField("state", fact.state().code());
        if (fact.correction() != null) {
            json.writeStringField("because", fact.correction().because());
            json.writeStringField("at", fact.correction().at().toString());
        }
        json.writeFieldName("message");
        json.writeRawValue(new String(Envelope.of(fact.fact()).value(), UTF_8));
        json.writeEndObject();
    }

    static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private FactText() {}
}
