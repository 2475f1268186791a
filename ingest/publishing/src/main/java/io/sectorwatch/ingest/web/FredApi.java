package io.sectorwatch.ingest.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Addresses of FRED's API, which wants a key with everything it is asked. */
final class FredApi {
    /** The variable of the environment that other clients of FRED look into, too. */
    static final String VARIABLE = "FRED_API_KEY";

    private static final String HOST = "api.stlouisfed.org";
    private static final String KEY = "api_key";
    private static final String FORMAT = "file_type";

    /** The address with what it lacks; any other address as it is. Throws WebException where there is no key. */
    static Address complete(Address address, Function<String, @Nullable String> environment) throws WebException {
        if (!address.host().equals(HOST)) {
            return address;
        }
        Address keyed = address.parameter(KEY).isPresent() ? address : address.with(KEY, key(address, environment));
        return keyed.parameter(FORMAT).isPresent() ? keyed : keyed.with(FORMAT, "json");
    }

    private static String key(Address address, Function<String, @Nullable String> environment) throws WebException {
        String key = environment.apply(VARIABLE);
        if (key == null || key.isBlank()) {
            throw new WebException(
                    "wants a key: put yours into the environment as " + VARIABLE
                            + "; https://fred.stlouisfed.org/docs/api/api_key.html says how to get one",
                    null);
        }
        if (!address.isEncrypted()) {
            throw new WebException(
                    "is not encrypted, and the key of " + VARIABLE + " goes to https addresses only", null);
        }
        if (!key.strip().matches("[A-Za-z0-9]+")) {
            throw new WebException("wants a key, and what " + VARIABLE + " holds is none: letters and digits", null);
        }
        return key.strip();
    }

    private FredApi() {}
}
