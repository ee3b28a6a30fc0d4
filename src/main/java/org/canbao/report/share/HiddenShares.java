package org.canbao.report.share;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.canbao.privacy.Complement;
import org.canbao.privacy.Protection;

/**
 * Which proportions of an exhibit would tell of few persons, share by share, over its levels (rows) and blocks (columns). A
 * count is hidden with its share where it, or what is left of its base, is too small; a base that is too small hides all.
 * Totals over levels and over blocks are taken as known: another table may have them. Where the shares of a level add up to
 * its base, a count that is hidden alone hides the next smaller one.
 */
public final class HiddenShares {
    private final List<Shares> shares;
    private final List<String> blocks;
    private final Protection protection;
    private final boolean[][][] bases;
    private final boolean[][][] counts;

    /** What is hidden of shares with these blocks. */
    public HiddenShares(List<Shares> shares, List<String> blocks, Protection protection) {
        this.shares = shares;
        this.blocks = blocks;
        this.protection = protection;
        this.bases = new boolean[shares.size()][][];
        this.counts = new boolean[shares.size()][][];
        for (int s = 0; s < shares.size(); s++) {
            bases[s] = hidden(s, true);
            counts[s] = hidden(s, false);
        }
        if (protection.isOn() && addUp()) {
            hideAcrossShares();
        }
    }

    /** Whether the base of a proportion is hidden, and all that is made from it; {@code row} counts the levels of the share. */
    public boolean hidesBase(int share, int row, int block) {
        return bases[share][row][block];
    }

    /** Whether the count of a proportion, its share and their intervals are hidden. */
    public boolean hidesShare(int share, int row, int block) {
        return bases[share][row][block] || counts[share][row][block];
    }

    /** Whether any is hidden. */
    public boolean hidesAny() {
        return Stream.concat(Arrays.stream(bases), Arrays.stream(counts))
                .flatMap(Arrays::stream)
                .anyMatch(row -> IntStream.range(0, row.length).anyMatch(j -> row[j]));
    }

    /** A proportion by the numbers of its share, level and block. */
    public Proportion at(int share, int row, int block) {
        Shares one = shares.get(share);
        String level = one.rows().isEmpty() ? Shares.ALL : one.rows().get(row);
        return one.at(level, blocks.get(block));
    }

    private int rows(int share) {
        return Math.max(1, shares.get(share).rows().size());
    }

    private boolean[][] hidden(int share, boolean ofBase) {
        int rows = rows(share);
        double[][] values = new double[rows][blocks.size()];
        boolean[][] small = new boolean[rows][blocks.size()];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < blocks.size(); j++) {
                Proportion p = at(share, i, j);
                values[i][j] = ofBase ? p.base() : p.count();
                small[i][j] = ofBase ? protection.hidesRows(p.base()) : isSmall(p);
            }
        }
        return Complement.of(values, small, blocks.size() > 1, rows > 1);
    }

    private boolean isSmall(Proportion p) {
        return p.base() > 0 && (protection.hidesRows(p.count()) || protection.hidesRows(p.base() - p.count()));
    }

    /** Whether the shares are parts of one base everywhere. */
    private boolean addUp() {
        for (int i = 0; i < rows(0); i++) {
            for (int j = 0; j < blocks.size(); j++) {
                long sum = 0;
                for (int s = 0; s < shares.size(); s++) {
                    if (rows(s) != rows(0) || at(s, i, j).base() != at(0, i, j).base()) {
                        return false;
                    }
                    sum += at(s, i, j).count();
                }
                if (sum != at(0, i, j).base()) {
                    return false;
                }
            }
        }
        return shares.size() > 1;
    }

    private void hideAcrossShares() {
        for (int i = 0; i < rows(0); i++) {
            for (int j = 0; j < blocks.size(); j++) {
                double[] values = new double[shares.size()];
                boolean[] hidden = new boolean[shares.size()];
                for (int s = 0; s < hidden.length; s++) {
                    values[s] = at(s, i, j).count();
                    hidden[s] = counts[s][i][j];
                }
                boolean[] all = Complement.ofLine(values, hidden);
                for (int s = 0; s < all.length; s++) {
                    counts[s][i][j] = all[s];
                }
            }
        }
    }
}
