package io.sectorwatch.schemas.message;

import java.util.Locale;

/** How much an alert matters, the least first. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL;

    /** The severity of a code; throws IllegalArgumentException. */
    public static Severity of(String code) {
        for (Severity severity : values()) {
            if (severity.code().equals(code)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("severity '" + code + "' is none of info, warning, critical");
    }

    /** As it is written in messages and rules. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
