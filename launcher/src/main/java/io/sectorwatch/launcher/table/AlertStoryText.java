package io.sectorwatch.launcher.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sectorwatch.application.alerts.Alerts.Published;
import io.sectorwatch.application.explanation.AlertStory;
import io.sectorwatch.application.explanation.EvidentFact;
import io.sectorwatch.application.facts.ListedFact;
import io.sectorwatch.application.replay.RuleNames;
import io.sectorwatch.application.series.Vintage;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Correction.State;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.message.Transition;
import java.io.IOException;

/** One alert explained: its rule and limit, what happened, what it rests on and what became of that. */
public final class AlertStoryText {
    private static final String LABELLED = " ".repeat(14);
    private static final String INDENT = "  ";
    private static final String BENEATH = " ".repeat(6);

    /** For a person. */
    public static String forPeople(AlertStory story, Screen screen) {
        Transition last = story.last();
        Rule rule = story.rule();
        StringBuilder text = new StringBuilder();
        add(text, screen.wrapped("", rule == null ? last.rule() : RuleNames.of(rule), INDENT));
        add(text, labelled("alert", last.alert(), screen));
        add(text, labelled("series", last.series().toString(), screen));
        add(text, labelled("severity", last.severity().code(), screen));
        add(text, labelled("holds when", limit(story), screen));
        add(
                text,
                labelled(
                        "since",
                        last.since() + (last.since().equals(last.period()) ? "" : " to " + last.period()),
                        screen));
        add(text, labelled("now", state(last), screen));
        text.append(System.lineSeparator());
        add(text, "What happened");
        TransitionLine line = new TransitionLine(screen);
        story.transitions().forEach(told -> add(text, line.dated(told.transition(), INDENT)));
        text.append(System.lineSeparator());
        add(text, "What it rests on, or rested");
        story.evidence().forEach(fact -> add(text, evident(fact, screen)));
        story.missing().forEach(id -> add(text, INDENT + FactText.shortId(id) + "  is not on the topics any more"));
        Integer count = last.evidenceCount();
        if (count != null) {
            add(text, INDENT + "and " + (count - last.evidence().size()) + " older");
        }
        return text.toString();
    }

    /** One object: the alert, its rule, its transitions as they were published, and its evidence. */
    public static String forPrograms(AlertStory story) {
        Transition last = story.last();
        return new String(
                Json.bytes(json -> {
                    json.writeStartObject();
                    json.writeStringField("alert", last.alert());
                    json.writeBooleanField("open", last.transition().opens());
                    json.writeStringField("limit", limit(story));
                    if (story.rule() != null) {
                        json.writeFieldName("rule");
                        json.writeRawValue(story.rule().json());
                    }
                    json.writeArrayFieldStart("transitions");
                    for (Published told : story.transitions()) {
                        json.writeRawValue(new String(told.value(), UTF_8));
                    }
                    json.writeEndArray();
                    json.writeArrayFieldStart("evidence");
                    for (EvidentFact fact : story.evidence()) {
                        write(fact, json);
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                }),
                UTF_8);
    }

    private static String limit(AlertStory story) {
        if (story.rule() != null && story.rule().hash().equals(story.last().ruleHash())) {
            return RuleLimit.of(story.rule(), story.unit());
        }
        return story.last().limit() == null
                ? "its rule says so"
                : RuleLimit.of(story.last().limit());
    }

    private static String state(Transition last) {
        String since = FactText.day(last.decidedAt()).toString();
        return switch (last.transition()) {
            case RAISED -> "open, " + last.certainty().code();
            case UPDATED -> "open, " + last.certainty().code() + ", last updated " + since;
            case CLEARED -> "ended " + since + ": it held, and holds no more";
            case RETRACTED -> "taken back " + since + ": as is known now, it never held";
        };
    }

    private static String evident(EvidentFact evident, Screen screen) {
        ListedFact fact = evident.fact();
        String said;
        Source source;
        if (fact.fact() instanceof Observation observation) {
            said = observation.series() + " " + observation.period() + ": " + FactText.value(observation)
                    + (observation.unit() == null ? "" : " " + observation.unit());
            source = observation.source();
        } else {
            PolicyEvent policy = (PolicyEvent) fact.fact();
            said = "policy " + policy.id() + " " + policy.occurred() + ": " + policy.title();
            source = policy.source();
        }
        String from = ", published " + FactText.day(fact.fact().time()) + " by " + source.id()
                + (source.locator() == null ? "" : ", " + source.locator())
                + (source.url() == null ? "" : ", " + source.url());
        return screen.wrapped(
                INDENT, FactText.shortId(fact.id()) + "  " + said + from + "; " + became(evident), BENEATH);
    }

    private static String became(EvidentFact evident) {
        Correction correction = evident.fact().correction();
        if (correction != null && correction.state() == State.VOID) {
            return "void since " + FactText.day(correction.at()) + ": " + correction.because();
        }
        Vintage instead = evident.instead();
        if (instead == null) {
            return "counts";
        }
        return "now " + FactText.value(instead.observation()) + ", published "
                + FactText.day(instead.observation().published()) + " by "
                + instead.observation().source().id();
    }

    private static void write(EvidentFact evident, JsonGenerator json) throws IOException {
        ListedFact fact = evident.fact();
        Correction correction = fact.correction();
        json.writeStartObject();
        json.writeStringField("id", fact.id());
        json.writeStringField("state", fact.state().code());
        if (correction != null) {
            json.writeStringField("because", correction.because());
            json.writeStringField("at", correction.at().toString());
        }
        json.writeFieldName("message");
        json.writeRawValue(message(fact.fact()));
        Vintage instead = evident.instead();
        if (instead != null) {
            json.writeFieldName("now");
            json.writeRawValue(message(instead.observation()));
        }
        json.writeEndObject();
    }

    private static String message(Message fact) {
        return new String(Envelope.of(fact).value(), UTF_8);
    }

    private static String labelled(String label, String words, Screen screen) {
        return screen.wrapped(String.format("  %-12s", label), words, LABELLED);
    }

    private static void add(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }

    private AlertStoryText() {}
}
