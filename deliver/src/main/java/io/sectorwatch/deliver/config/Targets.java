package io.sectorwatch.deliver.config;

import io.sectorwatch.deliver.targets.TargetKind.AlertPage;
import io.sectorwatch.schemas.json.Suggestion;
import java.util.List;

/** All targets of a file, and where alerts are shown. */
public record Targets(List<ConfiguredTarget> all, AlertPage page) {
    public Targets {
        all = List.copyOf(all);
    }

    /** The one of a name; throws IllegalArgumentException. */
    public ConfiguredTarget named(String name) {
        return all.stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names =
                            all.stream().map(ConfiguredTarget::name).toList();
                    return new IllegalArgumentException("there is no target '" + name + "', only "
                            + String.join(", ", names) + Suggestion.among(names, name));
                });
    }
}
