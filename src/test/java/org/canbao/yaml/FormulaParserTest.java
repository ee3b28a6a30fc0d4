package org.canbao.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.spec.Expr;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.Formula;
import org.canbao.spec.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaParserTest {
    private static Formula parse(String text) {
        return FormulaParser.parse(text, new Place("f", 1, 1, text.length(), text));
    }

    private static List<String> terms(String right) {
        return parse("y ~ " + right).terms().stream().map(Term::text).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "did; did",
                "did + age + age^2; did & age & age^2",
                "did:married; did:married",
                "did + did:ill + ill; did & ill & did:ill",
                "a*b; a & b & a:b",
                "a*b*c; a & b & c & a:b & a:c & b:c & a:b:c",
                "(a + b):c; a:c & b:c",
                "a + a + I(a); a",
                "a:b + b:a; a:b",
                "log(x + 1); log(x + 1)",
                "I(a / b); I(a / b)",
                "I(-x); I(-x)",
                "I((a + b) * 2); I((a + b) * 2)",
                "log(a)^2:b; log(a)^2:b",
                "i(year, ref = 2015); i(year, ref = 2015)",
                "i(rel, ref = c(-1, -99)); i(rel, ref = c(-1, -99))",
                "i(year, repeal, ref = 1985); i(year, repeal, ref = 1985)",
                "i(region, ref = 'north east'); i(region, ref = north east)",
                "i(year, ref = 2015.0); i(year, ref = 2015)",
                "`odd name` + 省份 + lag.x_1; odd name & 省份 & lag.x_1",
            })
    void namesTermsAsFixestDoes(String right, String expected) {
        assertThat(terms(right)).containsExactly(expected.split(" & "));
    }

    @ParameterizedTest
    @CsvSource({"1,true", "x,true", "0 + x,false", "x - 1,false", "-1 + x,false", "x + 0,false", "1 + x,true"})
    void hasAnIntercept(String right, boolean expected) {
        assertThat(parse("y ~ " + right).intercept()).isEqualTo(expected);
    }

    @Test
    void hasNoInterceptBesideFixedEffects() {
        assertThat(parse("y ~ x | city").intercept()).isFalse();
    }

    @Test
    void readsFixedEffects() {
        List<FixedEffect> effects =
                parse("y ~ x | city + city^year + city[year] + a^b[[t, s]]").fixedEffects();
        assertThat(effects.stream().map(FixedEffect::text))
                .containsExactly("city", "city^year", "city[year]", "a^b[[t, s]]");
        assertThat(effects.stream().map(FixedEffect::intercepts)).containsExactly(true, true, true, false);
    }

    @ParameterizedTest
    @CsvSource({
        "log(income), log(income)",
        "-x^2, -(x^2)",
        "(-x)^2, (-x)^2",
        "a - b - c, (a - b) - c",
        "a^b^c, a^(b^c)",
        "a + b * c, a + (b * c)",
        "-(a + b), -(a + b)",
        "2^-1, 2^(-1)"
    })
    void groupsArithmeticAsRDoes(String left, String expected) {
        assertThat(parse(left + " ~ 1").outcome().text()).isEqualTo(expected);
    }

    @Test
    void knowsWhereEachColumnStands() {
        Formula formula = parse("log(income) ~ did + 年龄:married | city");
        assertThat(Expr.columnsOf(formula.outcome()).get(0).place().column()).isEqualTo(5);
        assertThat(formula.terms().get(1).place().column()).isEqualTo(21);
        assertThat(formula.terms().get(1).place().length()).isEqualTo(10);
        assertThat(formula.fixedEffects().get(0).columns().get(0).place().column())
                .isEqualTo(34);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "y; 2; expected `~` after the outcome, found the end",
                "y ~; 4; expected a term, found the end",
                "y ~ a +; 8; expected a term, found the end",
                "y ~ a b; 7; expected `+`, `|` or the end, found `b`",
                "y ~ a / b; 7; `/` cannot stand here",
                "y ~ (a + b)^2; 12; `^` cannot stand here",
                "y ~ a - b; 9; a term cannot be taken away with `-`",
                "y ~ 2; 5; a number cannot be a term",
                "y ~ 2*x; 5; a number cannot be a term",
                "y ~ log(x, 2); 10; expected `)`, as `log` takes one argument, found `,`",
                "y ~ lgo(x); 5; unknown function `lgo` in a formula",
                "y ~ log(x; 10; expected `)` to close the parenthesis, found the end",
                "y ~ x | city:year; 13; `:` cannot stand between fixed effects",
                "y ~ x | city | z; 14; a formula has one `~` and at most one `|`",
                "y ~ x | city[year; 18; expected `]` to close the slopes, found the end",
                "y ~ i(year, bin = 2); 13; unknown argument `bin` of i(…)",
                "y ~ i(year, ref = ); 19; expected a level: a number, a name or a text in quotes, found `)`",
                "y ~ x ＋ z; 7; unexpected character `＋` in a formula",
                "y ~ `x; 5; the quote ` is not closed",
                "y ~ 2nd; 5; `2nd` is neither a number nor a name",
                "y ~ @person; 5; there is no list `@person`",
                "y ~ 0; 1; the formula has no term and no intercept",
            })
    void saysWhatIsWrongAndWhere(String text, int column, String message) {
        assertThatThrownBy(() -> parse(text)).isInstanceOfSatisfying(CanbaoException.class, e -> {
            Diagnostic found = e.diagnostics().get(0);
            assertThat(found.message()).isEqualTo(message);
            assertThat(found.place().orElseThrow().column()).isEqualTo(column);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "log(", "I("})
    void refusesBottomlessNesting(String open) {
        assertThatThrownBy(() -> parse("y ~ x + I(" + open.repeat(100_000)))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("nested deeper");
    }

    @Test
    void refusesExplodingProducts() {
        String sum = IntStream.range(0, 100).mapToObj(i -> "x" + i).collect(Collectors.joining(" + ", "(", ")"));
        assertThatThrownBy(() -> parse("y ~ " + sum + "*" + sum)).hasMessageContaining("more than 5000 terms");
    }

    /** What an expression is called is an expression that means the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsItsOwnNames(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            String name = randomExpr(random, 4).text();
            assertThat(parse(name + " ~ 1").outcome().text()).isEqualTo(name);
        }
    }

    private static Expr randomExpr(SplittableRandom random, int depth) {
        int kind = depth == 0 ? random.nextInt(2) : random.nextInt(8);
        return switch (kind) {
            case 0 -> new Expr.Constant(2, "2");
            case 1 -> new Expr.Column(new org.canbao.spec.ColumnRef("x", Place.of("f")));
            case 2 -> new Expr.Negate(randomExpr(random, depth - 1));
            case 3 -> new Expr.Call(Expr.Function.values()[random.nextInt(4)], randomExpr(random, depth - 1));
            default ->
                new Expr.Binary(
                        Expr.Operator.values()[random.nextInt(5)],
                        randomExpr(random, depth - 1),
                        randomExpr(random, depth - 1));
        };
    }
}
