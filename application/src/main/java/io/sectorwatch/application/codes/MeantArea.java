package io.sectorwatch.application.codes;

import io.sectorwatch.ingest.area.AreaCodes;
import io.sectorwatch.schemas.json.Suggestion;
import io.sectorwatch.schemas.series.AreaNames;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The area that somebody means who writes another code of it, its name, or something near either. */
final class MeantArea {
    private static final int LONGEST_CODE = 4;

    /** Its code; null where none is near. */
    static @Nullable String of(String written, Collection<String> known) {
        String upper = written.toUpperCase(Locale.ROOT);
        if (known.contains(upper)) {
            return upper;
        }
        String other = AreaCodes.of(AreaCodes.ANY).find(upper);
        if (other != null && !other.equals(written)) {
            return other;
        }
        String near = written.length() > LONGEST_CODE ? null : Suggestion.nearest(known, written, 1);
        if (near != null) {
            return near;
        }
        String name = Suggestion.nearest(AreaNames.bare().keySet(), bare(written), 2);
        return name == null
                ? Suggestion.nearest(known, written, 2)
                : AreaNames.bare().get(name);
    }

    private static String bare(String name) {
        return name.replace('_', ' ').replace('-', ' ').replaceFirst("(?i)^the ", "");
    }

    private MeantArea() {}
}
