package org.canbao.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.canbao.sample.Ledger.Kind;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;
import org.junit.jupiter.api.Test;

class ShownLedgerTest {
    @Test
    void aSmallLossIsHiddenTogetherWithTheNextOne() {
        Ledger ledger = ledger(1000, 3, 200, 50);

        assertThat(LedgerText.print(ledger, Lang.EN)).isEqualTo("""
                step       rows  dropped
                rows      1,000
                filter 1      c       <5
                filter 2    797        c
                filter 3    747       50
                <5: from 1 to 4; c: suppressed so that these cannot be computed
                """);
        assertThat(ShownLedger.of(ledger).hidden()).isEqualTo(4);
    }

    @Test
    void theLastLossIsHiddenWithTheOneBefore() {
        assertThat(dropped(ledger(1000, 100, 2))).containsExactly("c", "<5");
        assertThat(after(ledger(1000, 100, 2))).containsExactly("1,000", "c", "898");
    }

    @Test
    void lossesThatAreTooSmallTogetherTakeMore() {
        assertThat(dropped(ledger(1000, 1, 0, 2, 90, 7))).containsExactly("<5", "c", "<5", "c", "7");
    }

    @Test
    void aSmallLossAloneHidesTheRowsBeforeIt() {
        assertThat(after(ledger(1000, 3))).containsExactly("c", "997");
    }

    @Test
    void aFewThatAreNotMissingTellThemselves() {
        Ledger.Step filter = new Ledger.Step(Kind.FILTER, "f", new Text("f", "f"), 1000, 900, 98, 0);
        Ledger ledger = new Ledger("s", List.of(input(1000), filter), 900, 5);

        assertThat(ShownLedger.of(ledger).steps().get(1).missing().text()).isEqualTo("c");
        assertThat(LedgerJson.print(ledger, false))
                .contains("\"missing\" : \"c\"")
                .contains("\"dropped\" : 100");
    }

    @Test
    void rowsThatAreCellsAreShown() {
        List<Ledger.Step> steps = new ArrayList<>(ledger(1000, 300).steps());
        steps.add(new Ledger.Step(Kind.CELLS, "cells", new Text("cells", "cells"), 700, 90, 3, 2));
        steps.add(new Ledger.Step(Kind.FILTER, "g", new Text("g", "g"), 90, 88, 0, 0));
        ShownLedger shown = ShownLedger.of(new Ledger("s", steps, 88, 5));

        assertThat(shown.steps().get(2).missing().text()).isEqualTo("<5");
        assertThat(shown.steps().get(2).unused().text()).isEqualTo("2");
        assertThat(shown.steps().get(3).dropped().text()).isEqualTo("2");
    }

    @Test
    void theExactLedgerComesBackAndNothingIsHiddenWithoutAThreshold() {
        Ledger ledger = ledger(1000, 3, 200);

        assertThat(LedgerJson.read(LedgerJson.exact(ledger, true))).isEqualTo(ledger);
        assertThat(ShownLedger.of(ledger.suppressedBelow(0)).hidden()).isZero();
    }

    private static Ledger ledger(long rows, long... dropped) {
        List<Ledger.Step> steps = new ArrayList<>(List.of(input(rows)));
        long left = rows;
        for (int i = 0; i < dropped.length; i++) {
            String name = "filter " + (i + 1);
            steps.add(new Ledger.Step(Kind.FILTER, "f" + i, new Text(name, name), left, left - dropped[i], 0, 0));
            left -= dropped[i];
        }
        return new Ledger("s", steps, left, 5);
    }

    private static Ledger.Step input(long rows) {
        return new Ledger.Step(Kind.INPUT, "rows", new Text("rows", "rows"), rows, rows, 0, 0);
    }

    private static List<String> dropped(Ledger ledger) {
        return ShownLedger.of(ledger).steps().stream()
                .skip(1)
                .map(step -> step.dropped().text())
                .toList();
    }

    private static List<String> after(Ledger ledger) {
        return ShownLedger.of(ledger).steps().stream()
                .map(step -> step.after().text())
                .toList();
    }
}
