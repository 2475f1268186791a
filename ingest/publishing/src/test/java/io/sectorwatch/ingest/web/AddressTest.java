package io.sectorwatch.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://me:secret@data.example/a?b=c, https://data.example/a?b=c",
        "https://me:se/cret@data.example/a, https://data.example/a",
        "https://data.example/a?api_key=secret&b=c, https://data.example/a?api_key=…&b=c",
        "https://data.example/a?b=c&access_token=secret, https://data.example/a?b=c&access_token=…",
        "https://data.example/a?Subscription-Key=secret, https://data.example/a?Subscription-Key=…",
        "https://data.example/a?user=me&password=secret, https://data.example/a?user=…&password=…",
        "https://data.example/a?sig=secret;b=c, https://data.example/a?sig=…"
    })
    void whatIsSecretIsNotShown(String address, String shown) {
        assertThat(Secrets.hidden(address)).isEqualTo(shown);
    }

    @Test
    void whatTellsItFromOthersKnowsTheSecretsAndDoesNotTellThem() {
        Address one = Address.of("https://me:secret@data.example/a");

        assertThat(one.id())
                .doesNotContain("secret")
                .isNotEqualTo(Address.of("https://you:secret@data.example/a").id());
        assertThat(one.uri()).hasToString("https://data.example/a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://sdmx.example/rest/data/A,B,1.0/all?c[TIME_PERIOD]=ge:2015 https://sdmx.example/rest/data/A,B,1.0/all?c[TIME_PERIOD]=ge:2015",
                "https://sdmx.example/a|b?x={y}#part https://sdmx.example/a%7Cb?x=%7By%7D",
                "HTTPS://Data.example/é https://data.example/%C3%A9"
            })
    void peoplesAddressesAreUnderstood(String written, String meant) {
        assertThat(Address.of(written).uri().toString()).isEqualToIgnoringCase(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://",
                "https:data",
                "https://me:secret@",
                "http://me:secret@[::1",
                "https://a b/%zz?key=secret"
            })
    void whatIsNoAddressIsRefusedWithoutItsSecrets(String text) {
        assertThatThrownBy(() -> Address.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aRedirectDoesNotLeaveEncryption() {
        Address encrypted = Address.of("https://me:secret@data.example/a");

        assertThatThrownBy(() -> encrypted.redirected("http://data.example/a?key=secret"))
                .hasMessage("'http://data.example/a?key=…' is not encrypted, and this address is");
        assertThatThrownBy(() -> encrypted.redirected("file:///etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(encrypted.redirected("/b").authorization()).isPresent();
        assertThat(encrypted.redirected("https://other.example/b").authorization())
                .isEmpty();
        assertThat(encrypted.redirected("https://data.example:444/b").authorization())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.worldbank.org/v2/en/country/all/indicator/X, true",
        "https://api.worldbank.org/v2/country/CHN/indicator/X?format=json, true",
        "http://127.0.0.1:8080/v2/country/all/indicator/X?format=json, true",
        "https://data.example/v2/country/all/indicator/X, false",
        "https://api.worldbank.org/v2/en/indicator/X?downloadformat=csv, false",
        "https://api.worldbank.org/v2/country/all/indicator/X?format=xml, false",
        "https://notworldbank.org/v2/country/all/indicator/X, false"
    })
    void whereTheWorldBankAnswersPageByPage(String address, boolean isAt) {
        assertThat(WorldBankApi.isAt(Address.of(address))).isEqualTo(isAt);
    }
}
