package org.canbao.diag;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Near names for a name that is not there. */
public final class Nearest {
    private static final int AT_MOST = 3;

    private Nearest() {}

    /**
     * The candidates nearest to {@code name}: optimal string alignment distance (insertions, deletions, substitutions,
     * swaps of neighbours), ignoring case, at most a third of the longer length (at least 1), ties alphabetical, three
     * at most. A candidate that contains the name, or is contained in it, counts as near too, after the others.
     */
    public static List<String> to(String name, Collection<String> candidates) {
        String wanted = name.toLowerCase(Locale.ROOT);
        record Scored(String candidate, int distance) {}
        return candidates.stream()
                .distinct()
                .map(c -> new Scored(c, score(wanted, c.toLowerCase(Locale.ROOT))))
                .filter(s -> s.distance < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::candidate))
                .limit(AT_MOST)
                .map(Scored::candidate)
                .toList();
    }

    private static int score(String wanted, String candidate) {
        int distance = distance(wanted, candidate);
        int longer = Math.max(wanted.length(), candidate.length());
        if (distance <= Math.max(1, longer / 3)) {
            return distance;
        }
        boolean contained = wanted.length() >= 3
                && candidate.length() >= 3
                && (candidate.contains(wanted) || wanted.contains(candidate));
        return contained ? longer + distance : Integer.MAX_VALUE;
    }

    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + substitution);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
