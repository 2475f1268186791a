package io.sectorwatch.deliver.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where secrets are: in the environment, and in files, of which relative paths begin where the file that names them is.
 */
public final class SecretSource {
    private static final Pattern NAMED = Pattern.compile("\\$\\{([^}]*)}");
    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";

    private final Map<String, String> environment;
    private final Path directory;

    public SecretSource(Map<String, String> environment, Path directory) {
        this.environment = Map.copyOf(environment);
        this.directory = directory;
    }

    /** What a text stands for; throws IllegalArgumentException, which never says a secret. */
    public String resolve(String text) {
        if (text.startsWith(ENVIRONMENT)) {
            return variable(text.substring(ENVIRONMENT.length()));
        }
        if (text.startsWith(FILE)) {
            return content(path(text.substring(FILE.length())));
        }
        return NAMED.matcher(text).replaceAll(name -> Matcher.quoteReplacement(variable(name.group(1))));
    }

    /** Where a file is that the file names. */
    public Path path(String name) {
        return directory.resolve(name);
    }

    private String variable(String name) {
        String value = environment.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("the environment has no variable '" + name + "'");
        }
        return value;
    }

    private static String content(Path file) {
        try {
            String content = Files.readString(file).strip();
            if (content.isEmpty()) {
                throw new IllegalArgumentException("the file " + file + " is empty");
            }
            return content;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the file " + file + (Files.exists(file) ? " cannot be read" : " is not there"), e);
        }
    }
}
