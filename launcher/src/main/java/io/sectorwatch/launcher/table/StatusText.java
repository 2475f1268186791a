package io.sectorwatch.launcher.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sectorwatch.application.advice.TypedCommand;
import io.sectorwatch.application.replay.StrayCorrection;
import io.sectorwatch.application.status.InstallationStatus;
import io.sectorwatch.application.status.LettersStanding;
import io.sectorwatch.application.status.PartitionProgress;
import io.sectorwatch.application.status.ProcessorGroup;
import io.sectorwatch.schemas.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How an installation stands, for people and for programs. */
public final class StatusText {
    private static final int LABEL = 14;
    private static final int STRAYS_SHOWN = 5;
    private static final String INDENT = " ".repeat(LABEL);

    /**
     * For a person.
     *
     * @param watched for how long nothing was committed where it stands still
     */
    public static String forPeople(InstallationStatus status, Duration watched, Screen screen) {
        StringBuilder text = new StringBuilder();
        add(text, "processor", processor(status, watched), screen);
        add(text, "group", group(status.group()), screen);
        if (status.newestDecided() != null) {
            add(text, "decided up to", status.newestDecided() + " of knowledge time", screen);
        }
        if (status.lastWritten() != null) {
            add(text, "last alert", "written " + status.lastWritten(), screen);
        }
        for (PartitionProgress partition : status.partitions()) {
            add(text, "", progress(partition), screen);
        }
        add(text, "topics", topics(status), screen);
        add(text, "dead letters", letters(status.letters()), screen);
        List<String> idle = status.rulesWithoutSeries();
        add(
                text,
                "rules",
                idle == null
                        ? "not looked at"
                        : idle.isEmpty()
                                ? "each watches a series"
                                : "without a series: " + String.join(", ", idle) + " (is every code spelt right?)",
                screen);
        List<StrayCorrection> strays = status.strayCorrections();
        if (strays != null && !strays.isEmpty()) {
            add(text, "corrections", strays(strays), screen);
        }
        return text.toString();
    }

    private static String strays(List<StrayCorrection> strays) {
        String first =
                strays.stream().limit(STRAYS_SHOWN).map(StatusText::stray).collect(Collectors.joining("; "));
        return "count for nothing: " + first
                + (strays.size() > STRAYS_SHOWN ? "; and " + (strays.size() - STRAYS_SHOWN) + " more" : "");
    }

    private static String stray(StrayCorrection stray) {
        String where = stray.partitions().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "of " + FactText.shortId(stray.fact()) + " in partition " + where
                + (stray.home() == null
                        ? ", since no fact has that id"
                        : ", since the fact is in " + stray.home() + " ('facts void' puts one there)");
    }

    private static String processor(InstallationStatus status, Duration watched) {
        String left = String.format(Locale.ROOT, "%,d records or fewer to decide", status.behind());
        return switch (status.deciding()) {
            case UP_TO_DATE -> "up to date: it is a member of its group, and nothing waits";
            case CATCHING_UP -> "catching up: what it commits grows, and there are " + left;
            case STANDING_STILL ->
                "STANDING STILL: a member of its group, but it has committed nothing for " + watched.toSeconds()
                        + " s, and there are " + left + "; it is frozen, or hangs, or has just started";
            case NOBODY ->
                "NOT RUNNING: its group has no member" + (status.behind() == 0 ? "" : ", and there are " + left) + "; '"
                        + TypedCommand.of("run") + "' or 'process' starts one";
        };
    }

    private static String group(ProcessorGroup group) {
        if (group.members().isEmpty()) {
            return group.id() + ", without a member";
        }
        return group.id() + ", " + group.state().toLowerCase(Locale.ROOT) + ": "
                + group.members().stream()
                        .map(member -> member.clientId() + " at " + member.host() + " with " + member.partitions()
                                + (member.partitions() == 1 ? " partition" : " partitions"))
                        .collect(Collectors.joining(", "));
    }

    private static String progress(PartitionProgress partition) {
        return String.format(
                Locale.ROOT,
                "%s/%d: %,d of %,d%s%s",
                partition.topic(),
                partition.partition(),
                partition.committed(),
                partition.end(),
                partition.waiting() ? ", " + String.format(Locale.ROOT, "%,d behind", partition.behind()) : "",
                partition.openRelease() == null
                        ? ""
                        : ", release " + partition.openRelease() + " is not closed: what rests on it alone waits");
    }

    private static String topics(InstallationStatus status) {
        if (status.missingTopics().isEmpty() && status.topicDifferences().isEmpty()) {
            return "all there, as they must be";
        }
        String missing = status.missingTopics().isEmpty()
                ? ""
                : "MISSING: " + String.join(", ", status.missingTopics()) + " ('" + TypedCommand.of("topics")
                        + "' creates them)";
        String different = String.join("; ", status.topicDifferences());
        return missing
                + (missing.isEmpty() || different.isEmpty() ? "" : "; ")
                + (different.isEmpty() ? "" : "NOT AS THEY MUST BE: " + different);
    }

    private static String letters(@Nullable LettersStanding letters) {
        if (letters == null) {
            return "not looked at";
        }
        if (letters.count() == 0) {
            return "none";
        }
        return letters.count()
                + (letters.redriven() == 0 ? "" : ", " + letters.redriven() + " of them redriven")
                + (letters.newest() == null
                        ? ""
                        : "; the newest, of " + letters.newest() + ": " + LetterText.visible(letters.reason())
                                + " ('dead-letters list' shows all)");
    }

    private static void add(StringBuilder text, String label, String words, Screen screen) {
        text.append(screen.wrapped(String.format("%-" + LABEL + "s", label), words, INDENT))
                .append(System.lineSeparator());
    }

    /** One object. */
    public static String forPrograms(InstallationStatus status) {
        return new String(Json.bytes(json -> write(status, json)), UTF_8);
    }

    private static void write(InstallationStatus status, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("well", status.isWell());
        json.writeStringField(
                "deciding", status.deciding().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeNumberField("behind", status.behind());
        time(json, "newestDecided", status.newestDecided());
        time(json, "lastWritten", status.lastWritten());
        json.writeObjectFieldStart("group");
        json.writeStringField("id", status.group().id());
        json.writeStringField("state", status.group().state());
        json.writeArrayFieldStart("members");
        for (ProcessorGroup.Member member : status.group().members()) {
            json.writeStartObject();
            json.writeStringField("clientId", member.clientId());
            json.writeStringField("host", member.host());
            json.writeNumberField("partitions", member.partitions());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeArrayFieldStart("partitions");
        for (PartitionProgress partition : status.partitions()) {
            json.writeStartObject();
            json.writeStringField("topic", partition.topic());
            json.writeNumberField("partition", partition.partition());
            json.writeNumberField("committed", partition.committed());
            json.writeNumberField("end", partition.end());
            json.writeNumberField("behind", partition.behind());
            time(json, "newestDecided", partition.newestDecided());
            if (partition.openRelease() != null) {
                json.writeStringField("openRelease", partition.openRelease());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        LettersStanding letters = status.letters();
        if (letters != null) {
            json.writeObjectFieldStart("deadLetters");
            json.writeNumberField("count", letters.count());
            json.writeNumberField("redriven", letters.redriven());
            time(json, "newest", letters.newest());
            if (letters.reason() != null) {
                json.writeStringField("reason", letters.reason());
            }
            json.writeEndObject();
        }
        if (status.rulesWithoutSeries() != null) {
            texts(json, "rulesWithoutSeries", status.rulesWithoutSeries());
        }
        if (status.strayCorrections() != null) {
            json.writeArrayFieldStart("strayCorrections");
            for (StrayCorrection stray : status.strayCorrections()) {
                json.writeStartObject();
                json.writeStringField("fact", stray.fact());
                json.writeArrayFieldStart("partitions");
                for (int partition : stray.partitions()) {
                    json.writeNumber(partition);
                }
                json.writeEndArray();
                if (stray.home() != null) {
                    json.writeNumberField("home", stray.home());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        texts(json, "missingTopics", status.missingTopics());
        texts(json, "topicDifferences", status.topicDifferences());
        json.writeEndObject();
    }

    private static void time(JsonGenerator json, String field, @Nullable Instant time) throws IOException {
        if (time != null) {
            json.writeStringField(field, time.toString());
        }
    }

    private static void texts(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private StatusText() {}
}
