package org.canbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.canbao.diag.CanbaoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncodingTest {
    private static final String CHINESE = "地区,姓名\n广东省,张𠮷\n";

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "UTF-8", "UTF-16LE", "UTF-16BE"})
    void recognisesChineseTextWithoutAMark(String name) {
        Charset charset = Charset.forName(name);
        assertThat(TextEncoding.detect(List.of(CHINESE.getBytes(charset))).charset())
                .isEqualTo(charset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void believesAByteOrderMark(String name) {
        Charset charset = Charset.forName(name);
        TextEncoding.Detected detected = TextEncoding.detect(List.of("\uFEFF省".getBytes(charset)));
        assertThat(detected.charset()).isEqualTo(charset);
        assertThat(detected.reason()).isEqualTo("byte order mark of " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "UTF-8"})
    void aCharacterMayBeCutAtTheEndOfEverySample(String name) {
        Charset charset = Charset.forName(name);
        byte[] whole = "住院费用总额报销比例𠮷".getBytes(charset);
        for (int cut = 6; cut <= whole.length; cut++) {
            byte[] sample = Arrays.copyOf(whole, cut);
            assertThat(TextEncoding.detect(List.of(sample, sample)).charset())
                    .as("cut at %d", cut)
                    .isEqualTo(charset);
        }
    }

    @Test
    void aTextLargerThanTheDecodingBufferIsLookedAtWhole() {
        byte[] valid = "城镇职工基本医疗保险".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        byte[] broken = valid.clone();
        broken[broken.length - 4] = (byte) 0xFF;
        assertThat(TextEncoding.detect(List.of(valid)).charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(TextEncoding.detect(List.of(broken)).charset()).isNotEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void onlyAsciiIsUtf8AndSaysSo() {
        TextEncoding.Detected detected = TextEncoding.detect(List.of("a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII)));
        assertThat(detected.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(detected.reason()).isEqualTo("only ASCII");
        assertThat(TextEncoding.detect(List.of()).reason()).isEqualTo("only ASCII");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bénéfice net à régler, élevé", "Größe, Fläche und Straße", "España, año, niño"})
    void westernEuropeanTextFallsBackToWindows1252AndSaysSo(String text) {
        TextEncoding.Detected detected = TextEncoding.detect(List.of(text.getBytes(Charset.forName("windows-1252"))));
        assertThat(detected.charset().name()).isEqualTo("windows-1252");
        assertThat(detected.reason()).startsWith("fallback");
    }

    @Test
    void big5IsNotTakenForGb18030() {
        byte[] big5 = "戶籍所在地與醫療保險給付比例".getBytes(Charset.forName("Big5"));
        assertThat(TextEncoding.detect(List.of(big5)).charset()).isNotEqualTo(TextEncoding.GB18030);
    }

    @ParameterizedTest
    @CsvSource({
        "gbk,GB18030",
        "GB2312,GB18030",
        "gb18030,GB18030",
        "cp936,GB18030",
        "UTF8,UTF-8",
        "utf-8,UTF-8",
        "utf-16,UTF-16",
        "UTF-16LE,UTF-16LE",
        "utf_16be,UTF-16BE",
        "latin1,ISO-8859-1",
        "windows-1252,windows-1252",
        "big5,Big5",
        "EUC-KR,EUC-KR"
    })
    void knowsTheNamesThatUsersWrite(String userName, String expected) {
        assertThat(TextEncoding.named(userName)).isEqualTo(Charset.forName(expected));
    }

    @Test
    void namesDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(TextEncoding.named("WINDOWS-1252").name()).isEqualTo("windows-1252");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gb18003", "gb 18o30", "gb1803"})
    void anUnknownNameIsAnErrorWithTheNearestNames(String wrong) {
        assertThatThrownBy(() -> TextEncoding.named(wrong))
                .asInstanceOf(type(CanbaoException.class))
                .extracting(e -> e.diagnostics().get(0))
                .satisfies(d -> {
                    assertThat(d.code()).isEqualTo(EncodingCode.UNKNOWN_ENCODING);
                    assertThat(d.message()).contains(wrong);
                    assertThat(d.hints().get(0)).contains("`gb18030`");
                });
    }
}
