package org.canbao.ingest.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.DiagnosticPrinter;
import org.canbao.schema.DataSchema;
import org.junit.jupiter.api.Test;

/** Which raw variable a harmonised one is: by name, by label, never by a guess. */
class BindingTest {
    private static Variable raw(String name, String label) {
        return new Variable(name, ValueType.INT8, label, Map.of(), Map.of(), "");
    }

    private static Binding bind(DataSchema schema, Variable... variables) {
        return Binding.of(schema, List.of(variables), "wave.dta");
    }

    private static Sought first(Binding binding) {
        return binding.sought().get(0);
    }

    @Test
    void theExactNameComesBeforeOneInAnotherCaseAndBeforeALabel() {
        DataSchema schema =
                Harmonised.schema("education: {raw: [edu, q101e1], label_pattern: 受教育程度, confidence: verified}");

        Sought exact = first(bind(schema, raw("Q101E1", "受教育程度"), raw("q101e1", ""), raw("x", "受教育程度")));
        assertThat(exact.means()).isEqualTo(Means.NAME);
        assertThat(exact.bound().orElseThrow().raw().name()).isEqualTo("q101e1");
        Sought otherCase = first(bind(schema, raw("Q101E1", ""), raw("x", "受教育程度")));
        assertThat(otherCase.means()).isEqualTo(Means.CASE);
        assertThat(otherCase.bound().orElseThrow().raw().name()).isEqualTo("Q101E1");
        Sought label = first(bind(schema, raw("y", "性别"), raw("x", "您的受教育程度是")));
        assertThat(label.means()).isEqualTo(Means.LABEL);
        assertThat(label.bound().orElseThrow().column()).isEqualTo(1);
    }

    @Test
    void severalCandidatesOnTheDecidingWayAreAnError() {
        DataSchema schema =
                Harmonised.schema("education: {raw: [edu, q101e1], label_pattern: 教育, confidence: verified}");

        assertThat(printed(bind(schema, raw("edu", "教育"), raw("q101e1", "受教育程度"))))
                .isEqualTo("""
                        error[CB0281]: `wave.dta` has 2 variables that could be `education`
                         --> test.yaml:5:3
                        5 |   education: {raw: [edu, q101e1], label_pattern: 教育, confidence: verified}
                          |   ^^^^^^^^^
                          = `edu`: 教育
                          = `q101e1`: 受教育程度
                          = to choose, for example the first: write `variables: {education: {raw: edu}}` into a file and give it with --override""");
        assertThat(first(bind(schema, raw("EDU", ""), raw("Edu", ""))).means()).isEqualTo(Means.AMBIGUOUS);
        Sought byLabel = first(bind(schema, raw("a", "教育"), raw("b", "教育年限")));
        assertThat(byLabel.means()).isEqualTo(Means.AMBIGUOUS);
        assertThat(byLabel.found()).extracting(Variable::name).containsExactly("a", "b");
        assertThat(byLabel.bound()).isEmpty();
    }

    @Test
    void whatIsNotThereIsAnErrorUnlessItIsOptional() {
        DataSchema schema = Harmonised.schema(
                "income: {raw: Q105, label_pattern: 月收入, confidence: verified}",
                "weight: {raw: w_l, optional: true, confidence: inferred}",
                "health: {optional: true, confidence: not-found}");
        Binding binding = bind(schema, raw("Q15", "总收入"), raw("sex", ""));

        assertThat(printed(binding)).isEqualTo("""
                        error[CB0280]: `wave.dta` has no variable named `Q105` and none with a label like `月收入` for `income`
                         --> test.yaml:5:3
                        5 |   income: {raw: Q105, label_pattern: 月收入, confidence: verified}
                          |   ^^^^^^
                          = did you mean `Q15`?
                          = its variables: Q15, sex; `canbao inspect` shows their labels
                          = to say which it is: write `variables: {income: {raw: NAME, label_check: .*}}` into a file and give it with --override
                          = if files may lack it, `optional: true` in the same way""");
        assertThat(binding.absent()).containsExactly("income", "weight", "health");
    }

    @Test
    void aChangedLabelIsNotPassedOver() {
        DataSchema schema = Harmonised.schema("stay: {raw: Q314, label_pattern: 继续留在本地, confidence: verified}");

        assertThat(bind(schema, raw("Q314", "今后一段时间，您是否打算继续留在本地")).findings()).isEmpty();
        assertThat(bind(schema, raw("Q314", "")).findings())
                .as("a file without labels says nothing against it")
                .isEmpty();
        Binding changed = bind(schema, raw("Q314", "您的户口性质"));
        assertThat(changed.bound()).isEmpty();
        assertThat(printed(changed))
                .startsWith("error[CB0282]: `Q314` in `wave.dta` has the name of `stay` but another label: `您的户口性质`")
                .contains("expected a label like `继续留在本地`");
    }

    @Test
    void aTypeThatNoValueCanHaveIsAnError() {
        DataSchema schema = Harmonised.schema("born: {raw: born, type: date, confidence: verified}");
        assertThat(printed(bind(schema, raw("born", ""))))
                .startsWith("error[CB0283]: `born` in `wave.dta` is int8 and cannot become date");
    }

    @Test
    void aKeptRawVariableMustNotHaveTheNameOfAHarmonisedOne() {
        DataSchema schema = Harmonised.schema("income: {raw: Q105, confidence: verified}");
        assertThat(printed(bind(schema, raw("Q105", ""), raw("Income", "another one"))))
                .startsWith("error[CB0284]: `income` is made from `Q105`, but `wave.dta` has another variable of that"
                        + " name: `Income`");
        assertThat(bind(schema, raw("Income", ""), raw("Q105", "")).others()).containsExactly(0);
    }

    @Test
    void theHarmonisedVariableTellsWhereItComesFrom() {
        DataSchema schema = Harmonised.schema(
                "hukou: {raw: q101f1, label: {en: Hukou, zh: 户口}, unit: class, codes: {农业: rural, 农转居: rural},"
                        + " missing: {9: {en: unknown, zh: 不清楚}}, confidence: single-source}");
        Variable raw = new Variable(
                "Q101F1", ValueType.INT8, "户口性质", Map.of("1", "农业", "3", "农转居", "9", "不清楚"), Map.of(), "%8.0g");
        Variable hukou = first(bind(schema, raw)).bound().orElseThrow().variable();

        assertThat(hukou.type()).isEqualTo(ValueType.STRING);
        assertThat(hukou.label()).isEqualTo("Hukou");
        assertThat(hukou.valueLabels()).containsExactly(Map.entry("rural", "农业 / 农转居"));
        assertThat(hukou.missingCodes()).containsExactly(Map.entry("9", "unknown"));
        assertThat(hukou.source()).hasValueSatisfying(source -> {
            assertThat(source.bound()).extracting(b -> b.raw() + " " + b.by()).containsExactly("Q101F1 case");
            assertThat(source.confidence()).isEqualTo("single-source");
            assertThat(source.unit()).isEqualTo("class");
            assertThat(source.label().orElseThrow().zh()).isEqualTo("户口");
        });
    }

    @Test
    void codingByNumberInSpiteOfALabelIsTold() {
        DataSchema schema = Harmonised.schema("hukou: {raw: hukou, codes: {农业: 1, 1: 1, 2: 2}, confidence: verified}");
        Variable raw = new Variable("hukou", ValueType.INT8, "", Map.of("1", "农业", "2", "农转居"), Map.of(), "");
        Binding binding = bind(schema, raw);

        assertThat(printed(binding))
                .startsWith(
                        "warning[CB0285]: values of `hukou` in `wave.dta` are coded by number, since `codes` does not"
                                + " have their labels: 2 = 农转居");
        assertThat(binding.bound()).hasSize(1);
    }

    private static String printed(Binding binding) {
        List<Diagnostic> findings = binding.findings();
        assertThat(findings).hasSize(1);
        return new DiagnosticPrinter(false).print(findings.get(0));
    }
}
