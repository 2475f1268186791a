package io.sectorwatch.launcher.command;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes an option that is not given from its environment variable: SECTORWATCH_BOOTSTRAP_SERVER and so on. */
final class EnvironmentDefaults implements IDefaultValueProvider {
    private static final String PREFIX = "SECTORWATCH";

    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        return environment.get(variable(option.longestName()));
    }

    private static String variable(String option) {
        return PREFIX + option.substring(1).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
