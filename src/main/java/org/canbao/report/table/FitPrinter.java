package org.canbao.report.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.canbao.privacy.Protection;
import org.canbao.report.Labels;
import org.canbao.result.Fit;
import org.canbao.spec.Text;

/**
 * What one kind of fit says beyond coefficients, event times and what all fits share. A new kind is one of these and a line
 * in {@link FitPrinters}; a kind that says no more than all others needs none.
 *
 * @param <F> the fit
 */
interface FitPrinter<F extends Fit> {
    /** The fit's type. */
    Class<F> type();

    /** Facts about the fit as a whole, printed after the measures of fit. */
    default List<FitFacts.Fact> facts(F fit, TableContext context) {
        return List.of();
    }

    /** Tables printed before that of the coefficients. */
    default List<TableModel> leading(F fit, TableContext context) {
        return List.of();
    }

    /** Terms that the table of coefficients leaves out, because another table has them. */
    default List<String> hidden(F fit) {
        return List.of();
    }

    /** Tables printed after that of the coefficients. */
    default List<TableModel> following(F fit, TableContext context) {
        return List.of();
    }

    /** Records for machines, after those of the coefficients. */
    default void records(F fit, FitRecords out) throws IOException {}

    /** What a regression table shows of a term of its own; empty for coefficients with standard errors. */
    default Optional<Cell> cell(F fit, String term, int digits) {
        return Optional.empty();
    }

    /** What a regression table says of its standard errors. */
    default Text errors(F fit, SeWords words) {
        return words.sentence(fit.inference());
    }

    /** Terms that a regression table shows neither as rows nor as controls. */
    default List<String> unlisted(F fit) {
        return List.of();
    }

    /** Controls that have no coefficients. */
    default List<String> covariates(F fit) {
        return List.of();
    }

    /** Rows of a regression table beside controls and fixed effects: how the model is specified. */
    default List<FooterRow> design(F fit, Protection protection) {
        return List.of();
    }

    /** Rows at the end of a regression table: tests. */
    default List<FooterRow> tests(F fit) {
        return List.of();
    }

    /** Notes of a regression table about this fit alone, which name its column. */
    default List<Text> notes(F fit, Labels labels) {
        return List.of();
    }

    /** Notes of a regression table that hold for all fits of this kind. */
    default List<Text> legends() {
        return List.of();
    }

    /**
     * A row in the lower part of a regression table and this fit's cell in it.
     *
     * @param key the same for all fits that share the row
     */
    record FooterRow(String key, Text label, Cell cell) {}
}
