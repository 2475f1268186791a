package io.sectorwatch.ingest.web;

import java.util.regex.Pattern;

/** What stands in an address and is nobody's business: user and password, and the keys that services hand out. */
final class Secrets {
    private static final Pattern USER = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*:/*).*@");
    private static final Pattern KEY = Pattern.compile(
            "(?i)([?&;][^=&;]*(?:key|token|secret|passw|pwd|auth|signature|credential|(?<=[?&;])(?:user|sig))[^=&;]*=)"
                    + "[^&#]*");

    /** An address, which holds no user and password any more, without its keys. */
    static String withoutKeys(String address) {
        return KEY.matcher(address).replaceAll("$1…");
    }

    /** What was only meant to be an address; more of it may be hidden than is secret. */
    static String hidden(String text) {
        return withoutKeys(USER.matcher(text).replaceFirst("$1"));
    }

    private Secrets() {}
}
