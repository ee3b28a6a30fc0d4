package org.canbao.report.table;

import java.util.Optional;
import org.canbao.privacy.Protection;
import org.canbao.report.share.HiddenShares;
import org.canbao.report.share.Proportion;

/** What stands in the place of cells of shares that would tell of few persons. */
final class ShareProtection {
    private final HiddenShares hidden;
    private final Protection protection;

    ShareProtection(HiddenShares hidden, Protection protection) {
        this.hidden = hidden;
        this.protection = protection;
    }

    /** A proportion by the numbers of its share, level and block. */
    Proportion at(int share, int row, int block) {
        return hidden.at(share, row, block);
    }

    /** What is shown in the place of a cell, if it is not shown itself. */
    Optional<Cell> instead(int share, int row, int block, ShareCell cell) {
        Proportion p = at(share, row, block);
        if (cell == ShareCell.BASE) {
            return hidden.hidesBase(share, row, block) ? sign(protection.hidesRows(p.base())) : Optional.empty();
        }
        if (!hidden.hidesShare(share, row, block) || p.base() == 0) {
            return Optional.empty();
        }
        return sign(cell == ShareCell.COUNT && protection.hidesRows(p.count()));
    }

    private Optional<Cell> sign(boolean small) {
        return Optional.of(new Cell.Hidden(small ? protection.sign() : Protection.COMPLEMENT));
    }
}
