package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import org.canbao.report.InferenceVocabulary;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.report.Words;
import org.canbao.result.Inference;
import org.canbao.result.SeComparison;
import org.canbao.spec.Text;

/** Says which ingredients make two standard errors of one covariance differ. */
final class SeDifferences {
    private static final int RATIO_DIGITS = 6;

    private final Text covariance;
    private final SeComparison.Row base;
    private final String coefficient;

    /**
     * Differences from a row.
     *
     * @param covariance what the covariance is called
     * @param base the row that the others are compared with
     * @param coefficient whose standard error
     */
    SeDifferences(Text covariance, SeComparison.Row base, String coefficient) {
        this.covariance = covariance;
        this.base = base;
        this.coefficient = coefficient;
    }

    /** The sentences about the other rows of the same covariance: one about all that do not differ, then one about each. */
    List<Text> sentences(List<SeComparison.Row> others) {
        List<Text> same = new ArrayList<>();
        List<Text> sentences = new ArrayList<>();
        for (SeComparison.Row row : others) {
            List<Text> parts = parts(row.inference(), base.inference());
            if (parts.isEmpty()) {
                same.add(Text.of(row.inference().conventions()));
            } else {
                sentences.add(sentence(row, joined(parts)));
            }
        }
        if (!same.isEmpty()) {
            sentences.add(
                    0,
                    InferenceVocabulary.DIFFERS_NOT.text(
                            covariance, Vocabulary.list(same), base.inference().conventions()));
        }
        return sentences;
    }

    private Text sentence(SeComparison.Row row, Text parts) {
        String ratio = Numbers.fixed(
                row.coefficient(coefficient).stdError()
                        / base.coefficient(coefficient).stdError(),
                RATIO_DIGITS);
        String of = row.inference().conventions();
        String than = base.inference().conventions();
        return Double.parseDouble(ratio) == 1
                ? InferenceVocabulary.DIFFERS_IN.text(covariance, of, than, parts)
                : InferenceVocabulary.DIFFERS.text(covariance, of, ratio, than, parts);
    }

    private static Text joined(List<Text> parts) {
        Text text = parts.get(0);
        for (Text part : parts.subList(1, parts.size())) {
            text = InferenceVocabulary.CLAUSES.text(text, part);
        }
        return text;
    }

    private static List<Text> parts(Inference row, Inference base) {
        List<Text> parts = new ArrayList<>();
        if (row.n() != base.n()) {
            Words why = row.n() > base.n() ? InferenceVocabulary.DIFFERS_N_KEPT : InferenceVocabulary.DIFFERS_N_DROPPED;
            parts.add(why.text(Numbers.grouped(row.n()), Numbers.grouped(base.n())));
        }
        if (row.k() != base.k()) {
            parts.add(counted(row, base).text(row.k(), base.k()));
        }
        if (row.clusters().size() > 1 && ownFactors(row) != ownFactors(base)) {
            parts.add(
                    (ownFactors(row) ? InferenceVocabulary.DIFFERS_G_OWN : InferenceVocabulary.DIFFERS_G_LEAST).text());
        }
        if (row.df() != base.df()) {
            parts.add(degrees(row.df(), base.df()));
        }
        return parts;
    }

    /** The most likely reason for another K, by what the conventions do and by how large the difference is. */
    private static Words counted(Inference row, Inference base) {
        if (row.n() != base.n() && row.conventions().equals(base.conventions())) {
            return InferenceVocabulary.DIFFERS_K;
        } else if (!row.clusters().isEmpty() && countsNested(row) != countsNested(base)) {
            return countsNested(row) ? InferenceVocabulary.DIFFERS_K_NESTED : InferenceVocabulary.DIFFERS_K_NOT_NESTED;
        }
        return row.k() < base.k() && row.n() == base.n()
                ? InferenceVocabulary.DIFFERS_K_REDUNDANT
                : InferenceVocabulary.DIFFERS_K;
    }

    private static boolean countsNested(Inference inference) {
        return inference.conventions().equals("stata-areg") || ownFactors(inference);
    }

    /** statsmodels, of all programs, corrects each way of clustering by its own number of clusters. */
    private static boolean ownFactors(Inference inference) {
        return inference.conventions().equals("statsmodels");
    }

    private static Text degrees(double row, double base) {
        if (Double.isInfinite(row)) {
            return InferenceVocabulary.DIFFERS_NORMAL.text(FitFacts.degrees(base));
        }
        return Double.isInfinite(base)
                ? InferenceVocabulary.DIFFERS_T_NORMAL.text(FitFacts.degrees(row))
                : InferenceVocabulary.DIFFERS_DF.text(FitFacts.degrees(row), FitFacts.degrees(base));
    }
}
