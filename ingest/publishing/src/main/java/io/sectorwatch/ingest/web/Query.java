package io.sectorwatch.ingest.web;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters behind an address, as they stand there. */
record Query(List<String> parameters) {
    static Query of(URI uri) {
        String query = uri.getRawQuery();
        return new Query(
                query == null
                        ? List.of()
                        : Arrays.stream(query.split("&"))
                                .filter(one -> !one.isEmpty())
                                .toList());
    }

    Optional<String> value(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.startsWith(name + '='))
                .map(parameter -> parameter.substring(name.length() + 1))
                .findFirst();
    }

    /** All of them, one with another value; it is the last if it is new. */
    String with(String name, String value) {
        String changed = name + '=' + value;
        boolean isThere = value(name).isPresent();
        Stream<String> all = parameters.stream().map(one -> one.startsWith(name + '=') ? changed : one);
        return (isThere ? all : Stream.concat(all, Stream.of(changed))).collect(Collectors.joining("&"));
    }
}
