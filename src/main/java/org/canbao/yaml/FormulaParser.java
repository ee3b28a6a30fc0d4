package org.canbao.yaml;

import java.util.ArrayList;
import java.util.List;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Place;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.Formula;
import org.canbao.spec.Term;
import org.canbao.spec.VcovSpec;

/**
 * The formula language:
 *
 * <pre>
 * formula  = expr "~" terms [ "|" effects ] [ "|" terms "~" terms ]    the last part of models with instruments
 * terms    = [ "+" | "-" ] ( "0" | "1" | product ) { ( "+" | "-" ) ( "0" | "1" | product ) }
 * product  = inter { "*" inter }                      a*b is a + b + a:b
 * inter    = factor { ":" factor }
 * factor   = "@" list | "(" terms ")" | levels | power
 * levels   = "i" "(" column [ "," expr ] [ "," "ref" "=" level | "c" "(" level { "," level } ")" ] ")"
 * effects  = effect { "+" effect }
 * effect   = column { "^" column } [ "[" column { "," column } "]" | "[[" column { "," column } "]]" ]
 * expr     = signed { ( "+" | "-" | "*" | "/" ) signed }    with the usual precedence
 * signed   = { "-" | "+" } power
 * power    = ( number | column | function "(" expr ")" | "I" "(" expr ")" | "(" expr ")" ) [ "^" signed ]
 * </pre>
 */
public final class FormulaParser {
    private final FormulaLists lists;
    private final FormulaEdit edit;

    /** A parser that knows these lists. */
    FormulaParser(FormulaLists lists) {
        this(lists, FormulaEdit.none());
    }

    /** A parser that knows these lists and changes the regressors and fixed effects that it reads. */
    FormulaParser(FormulaLists lists, FormulaEdit edit) {
        this.lists = lists;
        this.edit = edit;
    }

    /**
     * A formula without lists.
     *
     * @param place where the text begins
     * @throws CanbaoException if it cannot be read; the finding tells the column
     */
    public static Formula parse(String text, Place place) {
        return new FormulaParser(FormulaLists.NONE).formula(FormulaText.of(text, place));
    }

    /** A whole formula. */
    Formula formula(Located node) {
        return formula(FormulaText.of(Values.scalar(node, "a formula")));
    }

    private Formula formula(FormulaText source) {
        Tokens tokens = new Tokens(source);
        Expr outcome = outcome(tokens);
        TermParser.Terms right = new TermParser(tokens, lists).terms();
        List<FixedEffect> effects = tokens.takeIf("|") ? new EffectsParser(tokens).effects() : List.of();
        if (tokens.peek().is("|") || tokens.peek().is("~")) {
            throw tokens.wrong(
                    tokens.peek(),
                    "a formula has one `~` and at most one `|`",
                    "instruments, `| endogenous ~ instruments`, belong to model `iv`");
        }
        tokens.end(effects.isEmpty() ? "`+`, `|` or the end" : "`+` or the end");
        return formula(source, outcome, right, effects);
    }

    /**
     * A formula with instruments.
     *
     * @param formula the outcome, the exogenous terms and the effects
     * @param endogenous what is instrumented
     * @param instruments what instruments it
     */
    record Instrumented(Formula formula, List<Term> endogenous, List<Term> instruments) {}

    /** A whole formula that ends in {@code | endogenous ~ instruments}. */
    Instrumented instrumented(Located node) {
        FormulaText source = FormulaText.of(Values.scalar(node, "a formula"));
        Tokens tokens = new Tokens(source);
        Expr outcome = outcome(tokens);
        TermParser.Terms right = new TermParser(tokens, lists).terms();
        tokens.expect("|", "before the fixed effects or the endogenous regressors");
        List<FixedEffect> effects = List.of();
        if (!tokens.partHas("~")) {
            effects = new EffectsParser(tokens).effects();
            tokens.expect("|", "before the endogenous regressors: `| endogenous ~ instruments`");
        }
        List<Term> endogenous = plain(tokens, source);
        tokens.expect("~", "after the endogenous regressors");
        List<Term> instruments = plain(tokens, source);
        tokens.end("`+` or the end");
        return new Instrumented(formula(source, outcome, right, effects), endogenous, instruments);
    }

    private static Expr outcome(Tokens tokens) {
        Expr outcome = new ExprParser(tokens).sum();
        tokens.expect("~", "after the outcome");
        return outcome;
    }

    private List<Term> plain(Tokens tokens, FormulaText source) {
        TermParser.Terms terms = new TermParser(tokens, lists).terms();
        if (terms.intercept().isPresent()) {
            throw source.finding(0, source.text().length(), "the intercept cannot be set among the instruments")
                    .toException();
        }
        return terms.terms();
    }

    private Formula formula(FormulaText source, Expr outcome, TermParser.Terms right, List<FixedEffect> read) {
        List<Term> terms = edit.terms(right.terms());
        List<FixedEffect> effects = edit.effects(read);
        boolean intercept = effects.isEmpty() && right.intercept().orElse(true);
        if (terms.isEmpty() && !intercept && effects.isEmpty()) {
            throw source.finding(0, source.text().length(), "the formula has no term and no intercept")
                    .toException();
        }
        Place place = source.place(0, source.text().length());
        return new Formula(outcome, terms, intercept, effects, source.text(), place);
    }

    /** A sum of terms, without an outcome, an intercept or fixed effects. */
    List<Term> terms(Located node) {
        FormulaText source = FormulaText.of(Values.scalar(node, "terms, for example `age + age^2`"));
        Tokens tokens = new Tokens(source);
        TermParser.Terms terms = new TermParser(tokens, lists).terms();
        tokens.end("`+` or the end");
        if (terms.intercept().isPresent()) {
            throw source.finding(0, source.text().length(), "the intercept cannot be set here")
                    .toException();
        }
        return edit.terms(terms.terms());
    }

    /** An arithmetic expression over columns. */
    Expr expr(Located node) {
        Tokens tokens = new Tokens(FormulaText.of(Values.scalar(node, "a column or an expression")));
        Expr expr = new ExprParser(tokens).sum();
        tokens.end("an operator or the end");
        return expr;
    }

    /** One fixed effect. */
    FixedEffect fixedEffect(Located node) {
        Tokens tokens = new Tokens(FormulaText.of(Values.scalar(node, "a fixed effect")));
        List<FixedEffect> effects = new EffectsParser(tokens).effects();
        tokens.end("the end");
        if (effects.size() > 1) {
            throw Values.wrongKind(node, "one fixed effect per item of the list");
        }
        return effects.get(0);
    }

    /** One way of clustering: {@code city} or {@code city^year}. */
    static VcovSpec.ClusterTerm clusterTerm(Located node) {
        Tokens tokens = new Tokens(FormulaText.of(Values.scalar(node, "a column")));
        List<ColumnRef> columns = new ArrayList<>();
        do {
            columns.add(tokens.column("a column"));
        } while (tokens.takeIf("^"));
        tokens.end("`^` or the end");
        return new VcovSpec.ClusterTerm(columns);
    }
}
