package io.sectorwatch.deliver.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.yaml.Mistake;
import io.sectorwatch.schemas.yaml.NotedFields;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of the file of targets, or of a part of it. What may hold a secret is no part of any complaint. */
public final class TargetFields extends NotedFields {
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})(ms|s|m)");

    private final SecretSource secrets;

    public TargetFields(JsonNode node, String path, List<Mistake> mistakes, SecretSource secrets) {
        super(node, path, mistakes);
        this.secrets = secrets;
    }

    public TargetFields object(String field) {
        return inner(field, (node, path, mistakes) -> new TargetFields(node, path, mistakes, secrets));
    }

    /** A list of texts, or one text alone; empty where nothing is said. */
    public List<String> oneOrMore(String field, UnaryOperator<String> check) {
        JsonNode node = get(field);
        if (node == null) {
            return List.of();
        }
        return node.isTextual() ? List.of(code(field, check)) : codes(field, check);
    }

    /** A text that may be, or name, secrets; null where there is none. */
    public @Nullable String secret(String field) {
        List<String> found = new ArrayList<>();
        optionalCode(field, text -> {
            found.add(secrets.resolve(text));
            return text;
        });
        return found.isEmpty() ? null : found.get(0);
    }

    /** The same under names that are data. */
    public SortedMap<String, String> secrets(String field) {
        SortedMap<String, String> texts = new TreeMap<>();
        if (has(field)) {
            TargetFields fields = object(field);
            fields.names().forEach(name -> texts.put(name, fields.code(name, secrets::resolve)));
        }
        return texts;
    }

    /** An address of HTTP, which may be or name a secret. */
    public @Nullable URI address(String field) {
        List<URI> found = new ArrayList<>();
        if (has(field)) {
            optionalCode(field, text -> noted(text, found));
        } else {
            required(field);
        }
        return found.isEmpty() ? null : found.get(0);
    }

    /** Several of them, none twice. */
    public List<URI> addresses(String field) {
        List<URI> found = new ArrayList<>();
        codes(field, text -> noted(text, found));
        return found;
    }

    /** A whole number from 1 on. */
    public int count(String field, int standard, int most) {
        JsonNode node = get(field);
        if (node == null) {
            return standard;
        }
        if (!node.isIntegralNumber() || node.longValue() < 1 || node.longValue() > most) {
            wrong(field, "is not a whole number from 1 to " + most);
            return standard;
        }
        return node.intValue();
    }

    /** A time such as 500ms, 10s or 2m. */
    public Duration duration(String field, Duration standard) {
        String text = optionalCode(field, word -> {
            if (!DURATION.matcher(word).matches()) {
                throw new IllegalArgumentException("'" + word + "' is not a time such as 500ms, 10s or 2m");
            }
            return word;
        });
        Matcher parts = DURATION.matcher(text == null ? "" : text);
        if (!parts.matches()) {
            return standard;
        }
        long number = Long.parseLong(parts.group(1));
        return switch (String.valueOf(parts.group(2))) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    /** A file that the file names. */
    public @Nullable Path path(String field) {
        String name = optionalCode(field, text -> text);
        return name == null ? null : secrets.path(name);
    }

    private String noted(String text, List<URI> found) {
        found.add(http(secrets.resolve(text)));
        return text;
    }

    // The address may hold a secret, and a complaint must not.
    private static URI http(String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("it is no address of a web server");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
            throw new IllegalArgumentException("it is no address such as https://server/path");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("user and password belong into the header Authorization");
        }
        if (uri.getRawFragment() != null) {
            throw new IllegalArgumentException("what follows # is never sent");
        }
        return uri;
    }
}
