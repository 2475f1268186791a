package io.sectorwatch.ingest.fact;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Message;
import java.time.Instant;

/** FactTexts for tests, and the lines they are read from. */
public final class FactTexts {
    public static String observationLine(String area, String period, String value, String published) {
        return """
                {"indicator":"rd-intensity","area":"%s","period":"%s","value":%s,"published":"%s","source":{"id":"oecd"}}""".formatted(area, period, value, published);
    }

    public static String policyLine(String id, String occurred, String published) {
        return """
                {"id":"%s","title":"A fund","area":"CHN","kind":"funding","stance":"support","occurred":"%s","published":"%s","source":{"id":"gazette"}}""".formatted(id, occurred, published);
    }

    public static String tickLine(String tick) {
        return "{\"tick\":\"" + tick + "\"}";
    }

    public static Message observation(String area, String period, String value, String published) {
        return new IndicatorCodec()
                .read(observationLine(area, period, value, published).getBytes(UTF_8));
    }

    public static Message policy(String id, String occurred, String published) {
        return new PolicyCodec().read(policyLine(id, occurred, published).getBytes(UTF_8));
    }

    public static Message tick(String tick) {
        return new IndicatorCodec().read(tickLine(tick).getBytes(UTF_8));
    }

    public static Instant at(String instant) {
        return Instant.parse(instant);
    }

    private FactTexts() {}
}
