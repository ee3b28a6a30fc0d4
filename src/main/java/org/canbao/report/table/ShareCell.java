package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.report.share.Interval;
import org.canbao.report.share.Proportion;
import org.canbao.spec.Text;

/** What a table says of a proportion, in percent, each in a cell of its own. */
enum ShareCell {
    SHARE("", Vocabulary.SHARE_PERCENT) {
        @Override
        Cell of(Proportion p, int digits) {
            return percent(p.share(), digits);
        }
    },
    INTERVAL(":interval", Vocabulary.SHARE_INTERVAL) {
        @Override
        Cell of(Proportion p, int digits) {
            return words(p.interval(), digits);
        }
    },
    COUNT(":count", Vocabulary.SHARE_COUNT) {
        @Override
        Cell of(Proportion p, int digits) {
            return new Cell.Count(p.count());
        }
    },
    BASE(":base", Vocabulary.SHARE_BASE) {
        @Override
        Cell of(Proportion p, int digits) {
            return new Cell.Count(p.base());
        }
    },
    WEIGHTED(":weighted", Vocabulary.SHARE_WEIGHTED) {
        @Override
        Cell of(Proportion p, int digits) {
            return percent(p.weighted(), digits);
        }
    },
    WEIGHTED_INTERVAL(":weighted-interval", Vocabulary.SHARE_WEIGHTED_INTERVAL) {
        @Override
        Cell of(Proportion p, int digits) {
            return words(p.weightedInterval(), digits);
        }
    };

    private static final double PERCENT = 100;

    private final String suffix;
    private final Vocabulary header;

    ShareCell(String suffix, Vocabulary header) {
        this.suffix = suffix;
        this.header = header;
    }

    /** The cell; blank if there is no base. */
    abstract Cell of(Proportion proportion, int digits);

    /** Those that are shown. */
    static List<ShareCell> shown(boolean weighted) {
        List<ShareCell> shown = new ArrayList<>(List.of(SHARE, INTERVAL, COUNT, BASE));
        if (weighted) {
            shown.addAll(List.of(WEIGHTED, WEIGHTED_INTERVAL));
        }
        return shown;
    }

    /** The key of its row under a share. */
    String key(String share) {
        return share + suffix;
    }

    /** Its header. */
    Text text() {
        return header.text();
    }

    private static Cell percent(double share, int digits) {
        return Double.isNaN(share) ? Cell.BLANK : new Cell.Number(PERCENT * share, digits, true);
    }

    private static Cell words(Interval interval, int digits) {
        return Double.isNaN(interval.low())
                ? Cell.BLANK
                : new Cell.Words(Text.of("[" + Numbers.fixed(PERCENT * interval.low(), digits) + ", "
                        + Numbers.fixed(PERCENT * interval.high(), digits) + "]"));
    }
}
