package io.sectorwatch.schemas.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenCharactersTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 0x7, 0x9, 0xa, 0x1b, 0x7f, 0x85, 0x180e, 0x200b, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2066,
                0x2069, 0x206f, 0xfeff, 0xfff9
            })
    void areNamedAndRefused(int character) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> HiddenCharacters.refused("title", "R&D " + Character.toString(character) + " of China"))
                .withMessage("title holds the character " + String.format("U+%04X", character)
                        + ", which nobody sees and which may have the text around it read otherwise: leave it out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R&D intensity of China",
                "\u200f\u05de\u05d7\u05e7\u05e8 \u05d5\u05e4\u05d9\u05ea\u05d5\u05d7 R&D\u200e 2.6 %",
                "\u0627\u0644\u0628\u062d\u062b \u0648\u0627\u0644\u062a\u0637\u0648\u064a\u0631\u061c 2.6",
                "\u0645\u06cc\u200c\u0634\u0648\u062f",
                "\u0915\u094d\u200d\u0937",
                "\u7814\u53d1\u5f3a\u5ea6 \ud83d\ude80 \ud83d\udc69\u200d\ud83d\udd2c",
                "soft\u00adware\u00a0\u2013 caf\u00e9"
            })
    void whatScriptsNeedIsNoneOfThem(String text) {
        assertThat(HiddenCharacters.refused("title", text)).isSameAs(text);
    }
}
