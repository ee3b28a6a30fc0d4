package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ExactTest;
import org.canbao.spec.ExactTest.Test;
import org.canbao.spec.Expr;
import org.canbao.spec.ModelSpec;

/** Reads exact tests of an outcome between groups. */
final class ExactTestReader implements ModelReader {
    private static final int DEFAULT_DRAWS = 9999;
    private static final double DEFAULT_LEVEL = 95;

    private static final KeySet KEYS = KeySet.of(
            "spec of model `exact-test`",
            "model",
            "the model that is estimated",
            SampleUses.KEY,
            "in a study, the sample that it is about; the main one by default",
            "where",
            "a SQL condition: only rows of the sample where it is true are used",
            "outcome",
            "what is compared: a column or, but for fisher, an expression such as log(income)",
            "group",
            "column with the groups: two, but for fisher any number",
            "test",
            "one or a list: fisher (table of group and outcome), mean, median, auc (Wilcoxon, Mann and Whitney)",
            "level",
            "confidence level of the odds ratio in percent; 95 by default",
            "draws",
            "how many assignments are drawn where there are more than ten million; 9999 by default",
            "seed",
            "seed of the draws; that of the study, or 1, by default");

    static final Choice<Test> TEST = new Choice<>("test", tests());

    private static Map<String, Test> tests() {
        Map<String, Test> names = new LinkedHashMap<>();
        for (Test test : Test.values()) {
            names.put(test.name().toLowerCase(Locale.ROOT), test);
        }
        return names;
    }

    @Override
    public String model() {
        return "exact-test";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        ModelSpec.Common common = CommonReader.rows(id, fields);
        Optional<Expr> outcome = fields.required("outcome", scope.formulas()::expr);
        Optional<ColumnRef> group = fields.required("group", Values::column);
        Optional<List<Test>> tests = fields.required("test", node -> Values.oneOrMore(node, TEST::read));
        double level = fields.optional("level", ExactTestReader::level).orElse(DEFAULT_LEVEL);
        int draws = fields.optional("draws", node -> Values.wholeBetween(node, 1, GroupDifferenceReader.MOST_DRAWS))
                .orElse(DEFAULT_DRAWS);
        long seed = fields.optional("seed", Values::whole).orElse(1L);
        if (outcome.isPresent()
                && !(outcome.get() instanceof Expr.Column)
                && tests.isPresent()
                && tests.get().contains(Test.FISHER)) {
            fields.report(
                    "outcome",
                    Diagnostic.error(YamlCode.CONFLICT, "Fisher's test counts the levels of a column, not of an expression")
                            .hint("derive a column with `" + outcome.get().text() + "`"));
        }
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new ExactTest(
                        common,
                        outcome.orElseThrow(),
                        group.orElseThrow(),
                        tests.orElseThrow().stream().distinct().toList(),
                        level,
                        draws,
                        seed));
    }

    private static double level(Located node) {
        double value = Values.number(node);
        if (!(value > 0 && value < 100)) {
            throw Values.wrongKind(node, "a level in percent, between 0 and 100");
        }
        return value;
    }
}
