package org.canbao.bench.coverage;

import java.util.Locale;
import java.util.Map;

/** The page of coverage, in Markdown. */
final class CoveragePage {
    /** Monte Carlo standard errors that a claim may be off. */
    private static final double ERRORS = 2;

    private final int surveys;
    private final double scale;

    CoveragePage(int surveys, double scale) {
        this.surveys = surveys;
        this.scale = scale;
    }

    String text(Map<Claim, Tally> tallies) {
        StringBuilder text = new StringBuilder("# Do the intervals of the study hold the truth?\n\n");
        text.append(String.format(
                Locale.ROOT,
                "Written by `scripts/bench --runs %d coverage-cmds`; the same seeds give the same numbers. %d surveys of"
                        + " migrants are simulated at scale %s (about %,.0f analysed persons each); cities, their adoption,"
                        + " their yearbook and all persons are drawn anew in each. Every survey goes through the joins,"
                        + " definitions and filters of `configs/instant-settlement.yaml`, is estimated by the specs of that"
                        + " file, and the estimates are compared with its truth file.%n%n",
                surveys,
                surveys,
                scale,
                scale * 228_912));
        text.append(String.format(
                Locale.ROOT,
                "*Bias* is the mean estimate less the truth, with its Monte Carlo standard error. *Spread* is the standard"
                        + " deviation of the estimates, *SE* the mean of their standard errors. *Coverage* is the share of"
                        + " 95%% intervals that hold the truth; with %d surveys an interval that keeps its word covers"
                        + " 95%% ± %s. *As theory says*: bias and coverage are within two Monte Carlo standard errors of zero"
                        + " and of 95%%, or coverage is below where theory says so; among so many comparisons at two"
                        + " standard errors, about one in ten is off by chance. *With CR2*: the coverage of the same"
                        + " regressions with `vcov: cr2` and `p_value: satterthwaite`, which promise 95%% with few clusters"
                        + " and unequal ones too; other models do not have them.%n%n",
                surveys,
                percent(2 * Covered.error(surveys))));
        text.append(
                "| exhibit | estimate | bias | spread | SE | coverage | theory | as theory says | with CR2 | as theory says |\n"
                        + "|---|---|---|---|---|---|---|---|---|---|\n");
        tallies.forEach((claim, tally) -> text.append(row(claim, tally)));
        text.append(LESSONS);
        return text.toString();
    }

    /** What is off, and why. */
    static final String LESSONS = """

            ## What to know

            - Having moved across cities varies between cities and, with each city and year, within them; a few large cities
              have many of the persons: 285 cities count like 116 of equal size. For regressions over all of them that is
              enough: clustered standard errors keep their word, and CR2 hardly differs from them.
            - Table 6 (1) and Table 7 (1) rest on few cities: of 15 with more than five million residents some never adopt, and
              the estimates compare a handful of them. Clustered standard errors are too small then. `vcov: cr2` with
              `p_value: satterthwaite` cures most of it.
            - Estimates by cohort, Table 7 (2) and those beside it, cover less than they promise, and their spread exceeds
              their standard errors. Influence functions, summed within cities, promise 95% with many cities in every
              cohort; here about eight cities adopt in 2014, and a cohort is compared with ever fewer that have not adopted.
              That this is the cause is an inference from these numbers. What is made for it, `inference: jackknife` of
              `callaway-santanna` and `vcov: cr2` of `sun-abraham`, is not tried here: `docs/validity.md` shows both with two
              clusters in each cohort.
            - Table 5 (1), the interaction with being married, has no truth of its own: it is what differs between married and
              unmarried persons because they differ in age. Published is 0.020.
            - The interactions of Table 6 (2) and (3) hold beside those of the size of a city. A regression with one of them
              alone also takes up what the others do to cities that differ in both; the cities drawn here make that small.
            - The family share of labour is a control where family migration is the outcome, although who comes along decides
              who works: a bad control. The bias that it makes here is at most a few thousandths.
            """;

    private static String row(Claim claim, Tally tally) {
        return "| " + claim.exhibit() + " | " + claim.name() + " | " + number(tally.bias()) + " ("
                + number(tally.biasError()) + ") | " + number(tally.spread()) + " | "
                + number(tally.meanStandardError())
                + " | " + percent(tally.covered().share()) + " | "
                + claim.promise().text() + " | "
                + said(tally, tally.covered(), claim.promise()) + " | "
                + tally.coveredByCr2()
                        .map(cr2 -> percent(cr2.share()) + " | " + said(tally, cr2, Claim.Promise.HOLDS))
                        .orElse(" | ")
                + " |\n";
    }

    private static String said(Tally tally, Covered covered, Claim.Promise promise) {
        return tally.isUnbiased(ERRORS) && covered.keeps(promise, ERRORS) ? "yes" : "no";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value).replace('-', '−');
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
