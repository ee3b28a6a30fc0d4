package org.canbao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyLabelsTest {
    private static final StudyLabels LABELS = new StudyLabels(
            Map.of(
                    "did", new Text("Did", "政策冲击"),
                    "age", new Text("Age", "年龄"),
                    "married", new Text("Married", "已婚"),
                    "repeal", new Text("Repeal", "废止"),
                    "year", new Text("Year", "年份"),
                    "income:male", new Text("Income of men", "男性收入"),
                    "性别", new Text("Sex", "性别")),
            List.of(
                    new Variable("income", ValueType.FLOAT64, "月收入（元）", Map.of(), Map.of(), ""),
                    new Variable("year", ValueType.INT16, "survey year", Map.of("1986", "first wave"), Map.of(), ""),
                    new Variable("age", ValueType.INT8, "overridden", Map.of(), Map.of(), ""),
                    Variable.of("x", ValueType.FLOAT64)));

    @ParameterizedTest
    @CsvSource({
        "did, Did, 政策冲击",
        "x, x, x",
        "unknown, unknown, unknown",
        "income, 月收入（元）, 月收入（元）",
        "income:male, Income of men, 男性收入",
        "age^2, Age², 年龄²",
        "age^10, Age¹⁰, 年龄¹⁰",
        "age^1.5, Age^1.5, 年龄^1.5",
        "did:married, Did × Married, 政策冲击 × 已婚",
        "log(x), Log(x), ln(x)",
        "log(age + 1), Log(Age + 1), ln(年龄 + 1)",
        "sqrt(age), Sqrt(Age), sqrt(年龄)",
        "age * x / 12, Age × x / 12, 年龄 × x / 12",
        "year::1986:repeal, Year = first wave × Repeal, 年份 = first wave × 废止",
        "year::1987, Year = 1987, 年份 = 1987",
        "性别:did, Sex × Did, 性别 × 政策冲击",
        "intercept, Constant, 常数项",
        "age6:x2_b, age6 × x2_b, age6 × x2_b"
    })
    void composesTermsOfTheLabelsOfTheirVariables(String term, String en, String zh) {
        assertThat(LABELS.of(term, Lang.EN)).isEqualTo(en);
        assertThat(LABELS.of(term, Lang.ZH)).isEqualTo(zh);
    }

    @Test
    void valuesHaveTheLabelsOfTheStudyThenOfTheCodebook() {
        StudyLabels labels = new StudyLabels(
                Map.of("sex::1", new Text("Men", "男")),
                List.of(new Variable("sex", ValueType.INT8, "", Map.of("1", "male", "2", "female"), Map.of(), "")));
        assertThat(labels.valueText("sex", "1")).isEqualTo(new Text("Men", "男"));
        assertThat(labels.valueText("sex", "2")).isEqualTo(Text.of("female"));
        assertThat(labels.valueText("sex", "3")).isEqualTo(Text.of("3"));
        assertThat(Labels.NAMES.valueText("sex", "1")).isEqualTo(Text.of("1"));
    }
}
