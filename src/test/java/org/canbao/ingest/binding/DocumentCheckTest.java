package org.canbao.ingest.binding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Numbers of a region that does not exist. */
class DocumentCheckTest {
    @Test
    void birthAndSexAreComparedWithTheNumber() {
        assertThat(DocumentCheck.contradicts("990101201309010015", "2013-09-01", "1"))
                .contains(false);
        assertThat(DocumentCheck.contradicts(" 990101201309010015 ", "2012-09-01", ""))
                .contains(true);
        assertThat(DocumentCheck.contradicts("990101201309010015", "", "女")).contains(true);
        assertThat(DocumentCheck.contradicts("990101201309010015", "20130901", "9"))
                .contains(false);
    }

    @Test
    void theOldFormLeavesOutTheCentury() {
        assertThat(DocumentCheck.contradicts("990101720305002", "1972-03-05", "2"))
                .contains(false);
        assertThat(DocumentCheck.contradicts("990101720305002", "1973-03-05", "2"))
                .contains(true);
    }

    @Test
    void whatIsNoNumberOrHasAWrongCheckDigitIsNotJudged() {
        assertThat(DocumentCheck.contradicts("", "2013-09-01", "1")).isEmpty();
        assertThat(DocumentCheck.contradicts("E12345678", "2013-09-01", "1")).isEmpty();
        assertThat(DocumentCheck.contradicts("990101201309010016", "2013-09-01", "1"))
                .isEmpty();
        assertThat(DocumentCheck.contradicts("990101201309010015", "", "")).isEmpty();
    }
}
