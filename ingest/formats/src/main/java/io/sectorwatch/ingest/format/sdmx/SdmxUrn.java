package io.sectorwatch.ingest.format.sdmx;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of SDMX structures. */
public final class SdmxUrn {
    // Agency, id and version end an SDMX URN; data name spaces append what is observed, ':compact' for example.
    private static final Pattern IDENTITY =
            Pattern.compile("urn:sdmx:[^=]{1,200}=([^:()]{1,200}:[^:()]{1,200}\\([^()]{1,50}\\)).{0,200}");

    // Before version 2.1, without a version.
    private static final Pattern KEY_FAMILY =
            Pattern.compile("urn:sdmx:[^=]{1,200}\\.KeyFamily=([^:()]{1,200}:[^:()]{1,200})(?::.{0,200})?");

    /** Agency, id and version as SDMX-CSV writes them, {@code ECB:EXR(1.0)}, without the version where none is said; empty where the text is no such URN. */
    public static Optional<String> identity(String text) {
        Matcher matcher = IDENTITY.matcher(text.strip());
        if (matcher.matches()) {
            return Optional.of(matcher.group(1));
        }
        Matcher keyFamily = KEY_FAMILY.matcher(text.strip());
        return keyFamily.matches() ? Optional.of(keyFamily.group(1)) : Optional.empty();
    }

    private SdmxUrn() {}
}
