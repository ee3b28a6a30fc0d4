package org.canbao.yaml;

import java.util.List;
import java.util.Optional;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.ShareBars;
import org.canbao.spec.ShareSpec;
import org.canbao.spec.Text;

/** Reads figures with bars of proportions. */
final class ShareBarsReader implements FigureKind {
    private static final KeySet KEYS = KeySet.of(
                    "a figure of shares",
                    "kind",
                    "what the figure shows",
                    "shares",
                    "the shares by id, each {share, of}",
                    "rows",
                    "column: one bar per level",
                    "weights",
                    "column of weights; shares are weighted then",
                    "order",
                    "the order of bars: ascending or descending by the first share, or by level (the default)",
                    "axis",
                    "what the length of bars is, in one language or {en, zh}; the label of the share by default")
            .and(ExhibitHead.SAMPLE)
            .and(ExhibitHead.KEYS);

    static final Choice<ShareBars.Order> ORDER = Choice.ofNames("order", ShareBars.Order.values());

    @Override
    public String kind() {
        return "shares";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<FigureSpec> read(ExhibitHead head, Fields fields, Declared declared) {
        Optional<List<ShareSpec>> shares = fields.required("shares", ShareTableReader::shares);
        Optional<ColumnRef> rows = fields.required("rows", Values::column);
        Optional<ColumnRef> weights = fields.optional("weights", Values::column);
        ShareBars.Order order = fields.optional("order", ORDER::read).orElse(ShareBars.Order.LEVEL);
        Optional<Text> axis = fields.optional("axis", Values::bilingual);
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new ShareBars(
                        head.id(),
                        head.title(),
                        head.notes(),
                        shares.orElseThrow(),
                        rows.orElseThrow(),
                        weights,
                        order,
                        axis));
    }
}
