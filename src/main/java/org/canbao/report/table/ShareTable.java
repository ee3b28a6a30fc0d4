package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.canbao.report.Vocabulary;
import org.canbao.report.share.HiddenShares;
import org.canbao.report.share.Shares;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ShareSpec;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Text;

/**
 * Proportions in percent. With {@code rows}, a row is a level of that column and what is known of a share stands side by
 * side; without, it stands in rows of its own, with keys {@code id}, {@code id:interval}, {@code id:count} … With
 * {@code by}, there is a block of columns per level.
 */
final class ShareTable {
    private final TableSpec.Share spec;
    private final TableContext context;
    private final List<ShareCell> shown;
    private final List<Shares> shares;
    private final List<String> blocks;
    private final ShareProtection protection;

    private ShareTable(TableSpec.Share spec, Sample sample, TableContext context) {
        this.spec = spec;
        this.context = context;
        this.shown = ShareCell.shown(spec.weights().isPresent());
        this.shares = spec.shares().stream()
                .map(share -> Shares.of(share, sample, spec.rows(), spec.by(), spec.weights()))
                .toList();
        this.blocks = levels(Shares::blocks);
        this.protection =
                new ShareProtection(new HiddenShares(shares, blocks, context.protection()), context.protection());
    }

    /**
     * The table.
     *
     * @throws org.canbao.diag.CanbaoException CB0603 to CB0607 for columns that cannot be counted
     */
    static TableModel of(TableSpec.Share spec, Sample sample, TableContext context) {
        return new ShareTable(spec, sample, context).model();
    }

    private TableModel model() {
        boolean sideways = spec.rows().isPresent();
        return new TableModel(
                spec.id(),
                spec.title(),
                context.simulated(),
                sideways ? spec.rows().map(r -> context.labels().text(r.name())).orElseThrow() : Text.of(""),
                sideways && spec.by().isPresent() ? groups() : List.of(),
                sideways
                        ? sidewaysColumns()
                        : blocks.stream()
                                .map(b -> new TableModel.Column(block(b)))
                                .toList(),
                sideways ? sidewaysRows() : stackedRows(),
                notes(),
                Optional.empty());
    }

    private List<String> levels(Function<Shares, List<String>> of) {
        List<String> sorted = Shares.sorted(
                () -> shares.stream().flatMap(s -> of.apply(s).stream()).iterator());
        return sorted.isEmpty() ? List.of(Shares.ALL) : sorted;
    }

    private List<TableModel.Group> groups() {
        List<TableModel.Group> groups = new ArrayList<>();
        for (String block : blocks) {
            groups.add(new TableModel.Group(block(block), groups.size() * shown.size(), shown.size()));
        }
        return groups;
    }

    private List<TableModel.Column> sidewaysColumns() {
        return blocks.stream()
                .flatMap(block -> shown.stream().map(cell -> new TableModel.Column(cell.text())))
                .toList();
    }

    private List<TableModel.Row> sidewaysRows() {
        List<TableModel.Row> rows = new ArrayList<>();
        String column = spec.rows().map(ColumnRef::name).orElseThrow();
        boolean several = shares.size() > 1;
        for (int i = 0; i < shares.size(); i++) {
            Shares share = shares.get(i);
            String id = spec.shares().get(i).id();
            if (several) {
                rows.add(new TableModel.Panel(context.labels().text(id)));
            }
            for (int row = 0; row < share.rows().size(); row++) {
                String level = share.rows().get(row);
                List<Cell> cells = new ArrayList<>();
                for (int block = 0; block < blocks.size(); block++) {
                    for (ShareCell cell : shown) {
                        cells.add(cell(cell, i, row, block));
                    }
                }
                rows.add(new TableModel.Line(
                        several ? id + ":" + level : level, context.labels().valueText(column, level), cells));
            }
        }
        return rows;
    }

    private Cell cell(ShareCell cell, int share, int row, int block) {
        return protection
                .instead(share, row, block, cell)
                .orElseGet(() -> cell.of(protection.at(share, row, block), spec.digits()));
    }

    private List<TableModel.Row> stackedRows() {
        List<TableModel.Row> rows = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            String id = spec.shares().get(i).id();
            rows.add(new TableModel.Panel(context.labels().text(id)));
            for (ShareCell cell : shown) {
                List<Cell> cells = new ArrayList<>();
                for (int block = 0; block < blocks.size(); block++) {
                    cells.add(cell(cell, i, 0, block));
                }
                rows.add(new TableModel.Line(cell.key(id), cell.text(), cells));
            }
        }
        return rows;
    }

    private Text block(String level) {
        return spec.by()
                .map(by -> context.labels().valueText(by.name(), level))
                .orElseGet(Vocabulary.SHARE_PERCENT::text);
    }

    private List<Text> notes() {
        List<Text> notes = new ArrayList<>(List.of(Vocabulary.SHARE_NOTE.text()));
        spec.weights()
                .ifPresent(w -> notes.add(Vocabulary.SHARE_WEIGHT_NOTE.text(
                        Prose.inline(context.labels().text(w.name())))));
        for (int i = 0; i < shares.size(); i++) {
            ShareSpec share = spec.shares().get(i);
            if (shares.get(i).left() > 0) {
                notes.add(Vocabulary.SHARE_LEFT.text(
                        context.labels().text(share.id()),
                        LossWords.rows(shares.get(i).left(), context.protection())));
            }
        }
        spec.notes().ifPresent(notes::add);
        context.notes().ifPresent(notes::add);
        return notes;
    }
}
