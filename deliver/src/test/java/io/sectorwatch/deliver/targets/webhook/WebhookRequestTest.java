package io.sectorwatch.deliver.targets.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.cloudevents.CloudEvent;
import io.cloudevents.http.HttpMessageFactory;
import io.sectorwatch.deliver.Examples;
import io.sectorwatch.deliver.notice.Notice;
import io.sectorwatch.deliver.targets.TargetKind.AlertPage;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookRequestTest {
    private static final Notice RAISED = Examples.notice("9f2c", Transition.Type.RAISED, Severity.WARNING);
    private static final Notice RETRACTED = Examples.notice("9f2c", Transition.Type.RETRACTED, Severity.WARNING);
    private static final AlertPage PAGE = new AlertPage(URI.create("http://127.0.0.1:8080"));

    @Test
    void aBinaryRequestIsWhatTheirLibraryReads() {
        WebhookRequest request = WebhookRequest.binary(RAISED);

        CloudEvent event = HttpMessageFactory.createReader(
                        taker -> request.headers().forEach(taker), request.body())
                .toEvent();

        assertThat(event.getId()).isEqualTo(RAISED.id()).isEqualTo(request.id());
        assertThat(event.getType()).isEqualTo("io.sectorwatch.transition.v1");
        assertThat(event.getSubject()).isEqualTo("rd-intensity-at-least-2.6|rd-intensity/CHN/economy/A");
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getData()).isNotNull();
        assertThat(event.getData().toBytes()).isEqualTo(RAISED.value());
    }

    @Test
    void whatAHeaderCannotHoldIsEncoded() {
        assertThat(HeaderValue.of("a|b/c")).isEqualTo("a|b/c");
        assertThat(HeaderValue.of("Euro € 100% \"x\"\n")).isEqualTo("Euro%20%E2%82%AC%20100%25%20%22x%22%0A");
    }

    @Test
    void aStructuredRequestHoldsAttributesAndData() {
        WebhookRequest request = WebhookRequest.structured(RAISED);

        JsonNode event = Json.tree(request.body());
        assertThat(request.headers())
                .containsExactly(Map.entry("Content-Type", "application/cloudevents+json; charset=utf-8"));
        assertThat(event.get("specversion").textValue()).isEqualTo("1.0");
        assertThat(event.get("id").textValue()).isEqualTo(RAISED.id());
        assertThat(event.get("datacontenttype").textValue()).isEqualTo("application/json");
        assertThat(event.get("data")).isEqualTo(Json.tree(RAISED.value()));
    }

    @Test
    void aBatchHasOneIdAsLongAsItIsTheSame() {
        WebhookRequest request = WebhookRequest.batched(List.of(RAISED, RETRACTED));

        JsonNode events = Json.tree(request.body());
        assertThat(request.headers().get("Content-Type"))
                .isEqualTo("application/cloudevents-batch+json; charset=utf-8");
        assertThat(events.findValuesAsText("transition")).containsExactly("RAISED", "RETRACTED");
        assertThat(request.id())
                .isEqualTo(WebhookRequest.batched(List.of(RAISED, RETRACTED)).id())
                .isNotEqualTo(WebhookRequest.batched(List.of(RETRACTED, RAISED)).id());
    }

    @Test
    void aLineForChatIsEscapedAndLinksToTheAlert() {
        assertThat(new String(WebhookRequest.slack(RAISED, PAGE).body(), UTF_8))
                .isEqualTo(
                        "{\"text\":\"*RAISED* warning · <http://127.0.0.1:8080/#/alerts/9f2c|R&amp;D intensity &lt;of"
                                + " China&gt; at 2.6 % or more> · CHN/economy\\nChina's R&amp;D intensity of 2023 is 2.65 %: at"
                                + " least 2.6 %.\"}");
        assertThat(SlackText.of(RETRACTED, new AlertPage(null)))
                .startsWith("*RETRACTED* warning · R&amp;D intensity &lt;of China&gt; at 2.6 % or more · CHN/economy\n")
                .endsWith("Whoever acted on it has to know.");
    }

    @Test
    void signaturesAreAcceptedByTheirLibraryAndForgedOnesAreNot() throws Exception {
        WebhookRequest request = WebhookRequest.slack(RAISED, PAGE);
        Map<String, String> headers =
                Signature.with(Examples.SECRET).headers(request.id(), Instant.now(), request.body());
        Webhook theirs = new Webhook(Examples.SECRET);

        theirs.verify(new String(request.body(), UTF_8), inHttp(headers));

        assertThat(catchThrowable(() -> theirs.verify("{}", inHttp(headers))))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void aSecretOfAnotherFormIsNoSecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Signature.with("whsec_c2hvcnQ="))
                .withMessage("it has 5 bytes, and 24 to 64 are wanted");
    }

    private static HttpHeaders inHttp(Map<String, String> headers) {
        Map<String, List<String>> lists = new HashMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return HttpHeaders.of(lists, (name, value) -> true);
    }
}
