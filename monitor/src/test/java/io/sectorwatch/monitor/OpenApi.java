package io.sectorwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The description of the API, and answers held against it. */
final class OpenApi {
    private static final String NAME = "https://sectorwatch.example/openapi.yaml";

    private final OpenAPI document;
    private final SchemaRegistry schemas;
    private final Set<String> asked = new HashSet<>();

    private OpenApi(OpenAPI document, String json) {
        this.document = document;
        this.schemas = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(NAME, json)));
    }

    /** Reads it; fails where it is no OpenAPI 3.1. */
    static OpenApi of(String yaml) {
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(yaml);
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        return new OpenApi(parsed.getOpenAPI(), Yaml.toJson(yaml));
    }

    /** "get /api/v1/alerts" and so on. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .keySet()
                        .forEach(method -> operations.add(method.name().toLowerCase(Locale.ROOT) + ' ' + path)));
        return operations;
    }

    /** Fails where an answer is not one that is described. */
    void check(String method, HttpResponse<String> answer, String question) {
        String path = path(question.replaceFirst("[?].*", ""));
        asked.add(method + ' ' + path);
        Operation operation = described(document.getPaths().get(path), path)
                .readOperationsMap()
                .get(PathItem.HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)));
        String what = method + ' ' + question + ": " + answer.statusCode();
        ApiResponse named =
                described(described(operation, what).getResponses().get(String.valueOf(answer.statusCode())), what);
        ApiResponse its = named.get$ref() == null
                ? named
                : described(
                        document.getComponents()
                                .getResponses()
                                .get(named.get$ref().replaceFirst(".*/", "")),
                        what);
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        MediaType media = described(its.getContent().get(type), question + " as " + type);
        String reference = media.getSchema().get$ref();
        if (reference != null) {
            Schema schema = schemas.getSchema(SchemaLocation.of(NAME + reference.replaceFirst("^[^#]*", "")));
            assertThat(schema.validate(
                            answer.body(),
                            InputFormat.JSON,
                            execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true))))
                    .as(question)
                    .isEmpty();
        }
    }

    /** Fails where something is described and was not asked for. */
    void requireAllAskedBut(Set<String> others) {
        Set<String> left = operations();
        left.removeAll(asked);
        assertThat(left).isEqualTo(others);
    }

    private static <T> T described(@Nullable T part, String what) {
        if (part == null) {
            throw new AssertionError(what + " is not described");
        }
        return part;
    }

    private String path(String asked) {
        if (document.getPaths().containsKey(asked)) {
            return asked;
        }
        return document.getPaths().keySet().stream()
                .filter(path -> asked.matches(path.replaceAll("\\{[a-z]+}", "[^/]+")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(asked + " is not described"));
    }
}
