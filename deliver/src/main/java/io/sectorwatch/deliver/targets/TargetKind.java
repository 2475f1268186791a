package io.sectorwatch.deliver.targets;

import io.sectorwatch.deliver.field.TargetFields;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A kind of target, as it is written in the file of targets. */
public interface TargetKind {
    /** The field that it stands in. */
    String name();

    /** Whether it makes sense to tell it of some transitions of an alert and not of others. */
    boolean choosesTransitions();

    /** Reads its fields, noting every mistake. */
    TargetPlan read(TargetFields fields);

    /** A target that can be opened. */
    interface TargetPlan {
        /** Where it is, without what is secret. */
        String place();

        /** Opens it, which asks nobody. */
        Target open(AlertPage page);
    }

    /**
     * Where an alert is shown.
     *
     * @param base null where there is no page
     */
    record AlertPage(@Nullable URI base) {
        /** Its address. */
        public Optional<String> of(String alert) {
            return Optional.ofNullable(base).map(page -> {
                String text = page.toString();
                return text + (text.endsWith("/") ? "" : "/") + "#/alerts/" + alert;
            });
        }
    }

    /** Servers without paths and parameters, in which secrets may be. */
    static String places(List<URI> addresses) {
        return String.join(
                ", ",
                addresses.stream()
                        .map(uri -> uri.getScheme() + "://" + uri.getRawAuthority())
                        .toList());
    }
}
