package io.sectorwatch.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** YAML as JSON. */
final class Yaml {
    static String toJson(String yaml) {
        try {
            Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
            return new ObjectMapper().writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private Yaml() {}
}
