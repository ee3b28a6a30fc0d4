package org.canbao.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.canbao.diag.DisplayWidth;
import org.canbao.spec.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {
    @ParameterizedTest
    @CsvSource({"abc, 3", "年龄, 4", "R²（a）, 7", "é, 1", "e\u0301, 1", "𠮷, 2", "'', 0"})
    void eastAsianLettersTakeTwoPlaces(String text, int places) {
        assertThat(DisplayWidth.of(text)).isEqualTo(places);
    }

    @Test
    void linesBreakAtSpacesAndBetweenChineseLettersButNotBeforePunctuation() {
        assertThat(TextWidth.wrapped("one two three", 8)).containsExactly("one two", "three");
        assertThat(TextWidth.wrapped("标准误在括号，内", 12)).containsExactly("标准误在括", "号，内");
        assertThat(TextWidth.wrapped("", 12)).containsExactly("");
    }

    /** All decimal points of a column stand under each other, and rules are as wide as rows. */
    @Test
    void decimalPointsStandUnderEachOther() {
        String text = TextTable.render(Fixtures.baselineTable(), Lang.EN);
        long places = text.lines()
                .filter(line -> line.matches(".*\\d\\.\\d.*") && !line.contains("p<"))
                .map(line -> line.lastIndexOf('.'))
                .distinct()
                .count();
        assertThat(places).as("of the last column").isEqualTo(1);
        int rule = text.lines()
                .filter(l -> l.startsWith("="))
                .findFirst()
                .orElseThrow()
                .length();
        assertThat(text.lines()
                        .filter(l -> l.startsWith("Observations"))
                        .findFirst()
                        .orElseThrow()
                        .length())
                .isLessThanOrEqualTo(rule);
    }
}
