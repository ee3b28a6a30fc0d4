package org.canbao.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.junit.jupiter.api.Test;

class FigureFontTest {
    /** U+10A80 is in no font that a machine usually has. */
    private static final String RARE = "A\ud802\ude80";

    private final FigureFont bundled = FigureFont.bundled();

    @Test
    void bundledFontHasGb2312AndTheSigns() {
        StringBuilder all = new StringBuilder("≤≥−–—“”‘’…·±×²¥αβγδωΩ、。，：；！？（）《》∞éÜ");
        Charset gb2312 = Charset.forName("GB2312");
        for (int row = 0xB0; row <= 0xF7; row++) {
            for (int cell = 0xA1; cell <= 0xFE; cell++) {
                String character = new String(new byte[] {(byte) row, (byte) cell}, gb2312);
                if (!character.contains("\ufffd")) {
                    all.append(character);
                }
            }
        }
        assertThat(all.codePoints().count()).isGreaterThan(6763);
        assertThat(bundled.covering("f", List.of(all.toString()), Stream::empty))
                .isSameAs(bundled);
        assertThat(bundled.program()).isPresent();
    }

    @Test
    void anotherFontStandsInWhereItHasTheCharacters() {
        Font dialog = new Font(Font.DIALOG, Font.PLAIN, 10);
        String polish = "\u0141\u0119";
        assumeTrue(dialog.canDisplayUpTo(polish) < 0, "needs an installed font with Polish letters");
        FigureFont font = bundled.covering("f", List.of(polish), () -> Stream.of(dialog));
        assertThat(font).isNotSameAs(bundled);
        assertThat(font.program()).isEmpty();
    }

    @Test
    void characterThatNoFontHasIsAFindingThatNamesIt() {
        assertThatThrownBy(() -> bundled.covering("figure-9", List.of("plain", RARE), Stream::empty))
                .isInstanceOfSatisfying(CanbaoException.class, e -> {
                    Diagnostic finding = e.diagnostics().get(0);
                    assertThat(finding.code().id()).isEqualTo("CB0651");
                    assertThat(finding.message())
                            .contains("figure-9", "(U+10A80)")
                            .doesNotContain("U+0041");
                    assertThat(finding.hints()).anyMatch(h -> h.contains("fonts-noto-cjk"));
                });
    }

    @Test
    void readmeNamesTheHashOfTheFont() throws IOException {
        byte[] program = bundled.program().orElseThrow().readAllBytes();
        String hash = HexFormat.of().formatHex(sha256().digest(program));
        try (InputStream readme = FigureFont.class.getResourceAsStream("/org/canbao/fonts/README.md")) {
            assertThat(new String(readme.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(hash);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void widthsAreProportionalToSize() {
        assertThat(bundled.width("参保", 10)).isCloseTo(20, within(0.01));
        assertThat(bundled.width("0.05", 8) * 2).isCloseTo(bundled.width("0.05", 16), within(1e-9));
    }
}
