package org.canbao.simulate.cmds;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One wave of the survey.
 *
 * @param year its year
 * @param file the name of its file
 * @param format the release of Stata's format
 * @param rows persons at scale 1: the published number
 * @param migrants migrants of the country, whom they stand for: the published number
 * @param analysed of these the share that passes all filters of the study, so that all waves together give 228,912
 * @param expenditureAsked the share that is asked for expenditure
 */
record CmdsWave(
        int year, String file, int format, int rows, double migrants, double analysed, double expenditureAsked) {
    static final int FIRST_YEAR = 2013;
    static final int LAST_YEAR = 2018;
    /** The month of field work. */
    static final int MONTH = 5;

    private static final List<CmdsWave> ALL = List.of(
            new CmdsWave(2013, "2013年个人数据.dta", 114, 198_795, 245, 40_000, 1),
            new CmdsWave(2014, "2014年全国个人A卷.dta", 114, 200_937, 253, 50_500, 1),
            new CmdsWave(2015, "a卷(STATA).dta", 114, 206_000, 247, 40_253, 1),
            new CmdsWave(2016, "2016.dta", 118, 169_000, 245, 34_000, 1),
            new CmdsWave(2017, "cmds2017a卷.dta", 117, 169_989, 244, 45_459, 1),
            new CmdsWave(2018, "流动人口数据个人问卷2018.dta", 117, 152_000, 241, 18_700, 0.6));

    private CmdsWave(
            int year, String file, int format, int rows, double millions, int analysed, double expenditureAsked) {
        this(year, file, format, rows, millions * 1e6, (double) analysed / rows, expenditureAsked);
    }

    /** All waves, in order. */
    static List<CmdsWave> all() {
        return ALL;
    }

    /** The encoding of its text: GB18030 before Stata's files were in UTF-8. */
    Charset charset() {
        return format >= 118 ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
    }

    /** Whether it asks whether the respondent was ill in the last year. */
    boolean asksHealth() {
        return year == 2014 || year == 2017;
    }

    /** Whether it asks whether the respondent had worked away before. */
    boolean asksExperience() {
        return year != LAST_YEAR;
    }

    /** Whether it asks for integration and happiness. */
    boolean asksIntegration() {
        return year >= 2017;
    }

    /** Rows at a scale. */
    long rows(double scale) {
        return Math.max(1, Math.round(rows * scale));
    }

    /**
     * The share of persons who moved within their province, so that {@link #analysed} pass the filters.
     *
     * @param insuredAtHome the share with rural hukou who are insured only where it is
     */
    double withinProvince(double insuredAtHome) {
        return analysed
                / (insuredAtHome
                        * Margins.MOVED_FOR_WORK
                        * Margins.OF_WORKING_AGE
                        * Margins.COMPLETE
                        * expenditureAsked
                        * Margins.IN_COVERED_CITIES
                        * (1 - Margins.DUPLICATED));
    }
}
