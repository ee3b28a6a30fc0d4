package org.canbao.ingest.spss;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.data.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of PSPP; the expected values are those of the syntax that made them. */
class SavPsppTest {
    @ParameterizedTest
    @ValueSource(strings = {"pspp-none.sav", "pspp-byte.sav", "pspp-zlib.zsav"})
    void readsEveryFormatThatThePsppSyntaxWrites(String file) {
        SavRows rows = SavRows.of(SavRows.fixture(file));
        assertThat(rows.rejects()).isEmpty();
        assertThat(rows.description().label()).isEqualTo("Written by PSPP");
        assertThat(rows.description().rows()).hasValue(5);
        assertThat(rows.description().encodingReason()).isEqualTo("the file says `UTF-8`");
        Map<String, List<String>> columns = rows.columns();
        assertThat(columns.get("code")).containsExactly("-1!", "2", "-7!", "100", "99!");
        assertThat(columns.get("short")).containsExactly("x", "unknown!", "nothing!", "", "y");
        assertThat(columns.get("city")).containsExactly("Beijing", "Shanghai", "not answered", "Guangzhou", "refused!");
        assertThat(columns.get("text")).containsExactly("first", "second", "", "third", "fourth");
        assertThat(columns.get("day")).containsExactly("2017-05-31", "1970-01-01", null, "1899-12-31", "2000-02-29!");
        for (String date : List.of("eday", "sday", "jday")) {
            assertThat(columns.get(date))
                    .as(date)
                    .containsExactly("2017-05-31", "1970-01-01", null, "1899-12-31", "2000-02-29");
        }
        assertThat(columns.get("month")).containsExactly("2017-05-01", "1970-01-01", null, "1899-12-01", "2000-02-01");
        assertThat(columns.get("at"))
                .containsExactly(
                        "2017-05-31T12:30:15", "1970-01-01T00:00", null, "1899-12-31T23:59:59", "2000-02-29T00:00:01");
        assertThat(columns.get("spent")).containsExactly("45015.25", "0", null, "360000", "3600");
        assertThat(columns.get("amount")).containsExactly("1234.5", "0", null, "-5", "7!");
        assertThat(columns.get("big")).containsExactly("15000000000!", "2!", null, "-1.0E-5", "0!");
    }

    @Test
    void tellsLabelsAndMissingValues() {
        SavRows rows = SavRows.of(SavRows.fixture("pspp-byte.sav"));
        assertThat(rows.variable("code").label()).isEqualTo("A code with open ranges");
        assertThat(rows.variable("code").valueLabels()).isEqualTo(Map.of("-1", "Refused", "2", "Two", "99", "Unknown"));
        assertThat(rows.variable("code").missingCodes())
                .isEqualTo(Map.of("LO thru -1", "", "-1", "Refused", "99", "Unknown"));
        assertThat(rows.variable("short").missingCodes()).isEqualTo(Map.of("unknown", "Not known", "nothing", ""));
        assertThat(rows.variable("city").valueLabels())
                .isEqualTo(Map.of("Beijing", "Capital", "not answered", "No answer given"));
        assertThat(rows.variable("city").missingCodes()).isEqualTo(Map.of("not answ", "", "refused", ""));
        assertThat(rows.variable("big").missingCodes()).isEqualTo(Map.of("0 thru HI", ""));
        assertThat(rows.variable("day").missingCodes()).isEqualTo(Map.of("2000-02-29", ""));
    }

    /** Two are wider than the syntax says: PSPP makes room for the sign and the separators. */
    @Test
    void formatsAreThoseOfTheSyntax() {
        SavRows rows = SavRows.of(SavRows.fixture("pspp-byte.sav"));
        assertThat(rows.description().variables())
                .extracting(v -> v.name() + " " + v.format() + " " + v.type())
                .containsExactly(
                        "code F9.2 " + ValueType.FLOAT64,
                        "short A8 " + ValueType.STRING,
                        "city A30 " + ValueType.STRING,
                        "text A300 " + ValueType.STRING,
                        "day ADATE10 " + ValueType.DATE,
                        "eday EDATE10 " + ValueType.DATE,
                        "sday SDATE10 " + ValueType.DATE,
                        "jday JDATE7 " + ValueType.DATE,
                        "month MOYR8 " + ValueType.DATE,
                        "at DATETIME20 " + ValueType.TIMESTAMP,
                        "spent TIME11.2 " + ValueType.FLOAT64,
                        "amount COMMA13.2 " + ValueType.FLOAT64,
                        "big E12.3 " + ValueType.FLOAT64);
    }

    @ParameterizedTest
    @CsvSource({
        "pspp-gb18030.sav,the file says `GB18030`",
        "gb18030-code-page.sav,the file says code page 936",
        "gb18030-silent.sav,the file does not say; not UTF-8"
    })
    void readsGb18030HoweverTheFileSaysIt(String file, String reason) {
        SavRows rows = SavRows.of(SavRows.fixture(file));
        assertThat(rows.description().encoding()).isEqualTo("GB18030");
        assertThat(rows.description().encodingReason()).startsWith(reason);
        assertThat(rows.description().label()).isEqualTo("中文数据");
        assertThat(rows.columns().get("prov")).containsExactly("广东省", "北京市", "");
        assertThat(rows.columns().get("addr")).containsExactly("天河区体育西路一号", "海淀区中关村大街", "镕基路");
        assertThat(rows.columns().get("note")).containsExactly("好", "一二三四", "x!");
        assertThat(rows.variable("prov").label()).isEqualTo("省份");
        assertThat(rows.variable("id").valueLabels()).isEqualTo(Map.of("1", "第一", "2", "第二"));
    }

    @Test
    void theUserKnowsBetterThanTheFileAndWhatDoesNotDecodeIsARejectNotAGuess() {
        SavRows rows = SavRows.of(SavRows.fixture("pspp-gb18030.sav"), Optional.of(Charset.forName("UTF-8")));
        assertThat(rows.description().encodingReason()).isEqualTo("given by the user");
        assertThat(rows.columns().get("prov")).containsExactly(null, null, "");
        assertThat(rows.rejects())
                .hasSize(7)
                .first()
                .asString()
                .startsWith("1 prov [")
                .contains("expected text in UTF-8")
                .contains("--encoding gb18030");
    }
}
