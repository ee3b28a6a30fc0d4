package org.canbao.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.canbao.privacy.Protection;
import org.canbao.privacy.ShownCount;

/**
 * The ledger as it may be shown. Where a filter drops fewer rows than may be shown, neither they nor the rows left follow
 * from the lines around it: neighbouring filters are hidden with it until what they drop together may be shown.
 *
 * @param steps the steps, in order
 */
public record ShownLedger(List<Step> steps) {
    public ShownLedger {
        steps = List.copyOf(steps);
    }

    /** A step and its counts. */
    public record Step(
            Ledger.Step step,
            ShownCount before,
            ShownCount after,
            ShownCount dropped,
            ShownCount missing,
            ShownCount unused) {}

    /** The ledger with what its threshold lets through. */
    public static ShownLedger of(Ledger ledger) {
        return new ShownLedger(new Hiding(ledger).steps());
    }

    /** How many counts are hidden. */
    public int hidden() {
        return (int) steps.stream()
                .flatMap(s -> List.of(s.before, s.after, s.dropped, s.missing, s.unused).stream())
                .filter(count -> !count.isShown())
                .count();
    }

    /** Which counts are hidden. */
    private static final class Hiding {
        private final List<Ledger.Step> all;
        private final Protection protection;
        private final boolean[] after;
        private final boolean[] dropped;
        private final int persons;

        Hiding(Ledger ledger) {
            this.all = ledger.steps();
            this.protection = Protection.ofRows(ledger.suppressBelow());
            this.after = new boolean[all.size()];
            this.dropped = new boolean[all.size()];
            this.persons = persons();
            for (int i = 0; i < persons; i++) {
                if (protection.hides(all.get(i).dropped()) && !dropped[i]) {
                    hideWithNeighbours(i);
                }
            }
        }

        /** How many steps count persons: those before cells are counted. */
        private int persons() {
            int steps = 0;
            while (steps < all.size() && all.get(steps).kind() != Ledger.Kind.CELLS) {
                steps++;
            }
            return steps;
        }

        private void hideWithNeighbours(int step) {
            int from = step;
            int to = step;
            while (!isCovered(from, to)) {
                if (to + 1 < persons) {
                    to++;
                } else if (from > 1) {
                    from--;
                } else {
                    after[0] = true;
                    break;
                }
            }
            Arrays.fill(dropped, from, to + 1, true);
            Arrays.fill(after, from, to, true);
        }

        /** Whether what is dropped together says nothing of a single step. */
        private boolean isCovered(int from, int to) {
            long sum = 0;
            int dropping = 0;
            for (int i = from; i <= to; i++) {
                sum += all.get(i).dropped();
                dropping += all.get(i).dropped() > 0 ? 1 : 0;
            }
            return dropping > 1 && !protection.hides(sum);
        }

        List<Step> steps() {
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                Ledger.Step step = all.get(i);
                boolean ofPersons = i <= persons;
                steps.add(new Step(
                        step,
                        shown(step.before(), i > 0 && i <= persons && after[i - 1] || i == 0 && after[0]),
                        shown(step.after(), after[i]),
                        shown(step.dropped(), dropped[i]),
                        shown(step.missing(), ofPersons && hidesPart(step, dropped[i])),
                        shown(step.unused(), ofPersons && isJoin(step) && protection.hides(step.unused()))));
            }
            return steps;
        }

        /** A part of the rows is hidden if it, or the rest, is small; of a hidden number so are its parts. */
        private boolean hidesPart(Ledger.Step step, boolean whole) {
            long of = step.kind() == Ledger.Kind.FILTER ? step.dropped() : step.before();
            return step.missing() > 0
                    && (whole || protection.hides(step.missing()) || protection.hides(of - step.missing()));
        }

        private static boolean isJoin(Ledger.Step step) {
            return step.kind() == Ledger.Kind.JOIN;
        }

        private ShownCount shown(long count, boolean hide) {
            if (!hide) {
                return ShownCount.of(count);
            }
            return new ShownCount(count, protection.hides(count) ? protection.sign() : Protection.COMPLEMENT);
        }
    }
}
