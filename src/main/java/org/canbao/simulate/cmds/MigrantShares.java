package org.canbao.simulate.cmds;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVRecord;

/**
 * Where migrants live: shares of the cities among those who moved within a province, and among those who came from another
 * one. The first has the published shares of high-ranking cities and of cities in the yearbook; the second gives each city
 * the printed share of other provinces among its migrants of {@value #PRINTED_YEAR} where there is one. Nobody moves within
 * Beijing and Shanghai, of whose migrants all are printed to come from other provinces.
 *
 * @param within shares among movers within a province, which sum to one
 * @param afar shares among movers between provinces, which sum to one
 */
record MigrantShares(double[] within, double[] afar) {
    private static final int PRINTED_YEAR = 2016;
    private static final double ALL = 100;
    private static final double HIGH_RANK_SHARE = 0.448;

    /** Few move within a municipality: most of its migrants come from other provinces. */
    private static final double WITHIN_MUNICIPALITY = 0.12;

    /** Of the lines of the table of cities. */
    static MigrantShares of(List<CSVRecord> lines) {
        double[] attraction = new double[lines.size()];
        double[] within = new double[lines.size()];
        double[] sums = new double[3];
        for (int i = 0; i < within.length; i++) {
            CSVRecord line = lines.get(i);
            attraction[i] = StrictMath.pow(Double.parseDouble(line.get("residents")), 0.6);
            within[i] = attraction[i] * (allFromAfar(line) ? 0 : isMunicipality(line) ? WITHIN_MUNICIPALITY : 1);
            sums[kind(line)] += within[i];
        }
        double[] shares = {
            1 - Margins.IN_COVERED_CITIES,
            Margins.IN_COVERED_CITIES * HIGH_RANK_SHARE,
            Margins.IN_COVERED_CITIES * (1 - HIGH_RANK_SHARE)
        };
        for (int i = 0; i < within.length; i++) {
            int kind = kind(lines.get(i));
            within[i] *= shares[kind] / sums[kind];
            attraction[i] *= shares[kind] / sums[kind];
        }
        return new MigrantShares(within, afar(lines, within, attraction));
    }

    /** Odds of having come from afar times the share within, where odds are printed; the others share what is left. */
    private static double[] afar(List<CSVRecord> lines, double[] within, double[] attraction) {
        CmdsWave wave = CmdsWave.all().get(PRINTED_YEAR - CmdsWave.FIRST_YEAR);
        double near = wave.withinProvince(InsuranceDraw.onlyAtHome(Margins.insurance(PRINTED_YEAR)));
        double[] afar = new double[within.length];
        double left = 1;
        double others = 0;
        for (int i = 0; i < afar.length; i++) {
            OptionalDouble printed = printed(lines.get(i));
            if (printed.isPresent() && printed.getAsDouble() < ALL) {
                double odds = printed.getAsDouble() / (ALL - printed.getAsDouble());
                afar[i] = within[i] * odds * near / (1 - near);
                left -= afar[i];
            } else {
                others += attraction[i];
            }
        }
        for (int i = 0; i < afar.length; i++) {
            afar[i] = afar[i] > 0 ? afar[i] : attraction[i] * left / others;
        }
        return afar;
    }

    /** Whether a line is that of a municipality, which is a province of its own. */
    static boolean isMunicipality(CSVRecord line) {
        return Integer.parseInt(line.get("code")) % 10_000 == 0;
    }

    private static boolean allFromAfar(CSVRecord line) {
        return printed(line).orElse(0) == ALL;
    }

    /** The printed share of other provinces among the migrants of a city, percent. */
    private static OptionalDouble printed(CSVRecord line) {
        String share = line.get("other_provinces");
        return share.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(share));
    }

    private static int kind(CSVRecord line) {
        return line.get("yearbook").equals("0") ? 0 : line.get("rank").equals("1") ? 1 : 2;
    }
}
