package org.canbao.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextWrapTest {
    private static List<String> wrap(String text, int most) {
        return TextWrap.wrap(text, String::length, most);
    }

    @Test
    void breaksAtSpaces() {
        assertThat(wrap("joint test of pre trends", 10)).containsExactly("joint test", "of pre", "trends");
    }

    @Test
    void keepsNoBreakSpaces() {
        assertThat(wrap("test p\u00a0=\u00a00.1 end", 8)).containsExactly("test", "p\u00a0=\u00a00.1", "end");
    }

    @Test
    void breaksBetweenChineseCharactersButNotBeforeClosingMarks() {
        assertThat(wrap("异地就医直接结算。跨市流动", 8)).containsExactly("异地就医直接结", "算。跨市流动");
        assertThat(wrap("标准误按城市（六十个聚类）聚类", 7)).noneMatch(line -> line.startsWith("）") || line.endsWith("（"));
    }

    @Test
    void aWordThatIsTooWideBreaksAnywhere() {
        assertThat(wrap("see abcdefghij", 4)).containsExactly("see", "abcd", "efgh", "ij");
    }

    @Test
    void nothingHasNoLines() {
        assertThat(wrap("", 10)).isEmpty();
    }
}
