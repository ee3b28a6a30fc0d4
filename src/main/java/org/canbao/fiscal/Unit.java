package org.canbao.fiscal;

import java.math.BigDecimal;
import org.canbao.report.table.Cell;
import org.canbao.spec.Text;

/** The unit of totals: yuan, or 10,000 yuan where they are large. The cents are in the notes, in CSV and in JSON. */
enum Unit {
    /** Yuan. */
    YUAN(0, new Text("yuan", "元")),
    /** 10,000 yuan. */
    TEN_THOUSAND(4, new Text("10,000 yuan", "万元"));

    private static final BigDecimal LARGE = BigDecimal.valueOf(10_000_000);
    private static final int DIGITS = 2;

    private final int power;
    private final Text word;

    Unit(int power, Text word) {
        this.power = power;
        this.word = word;
    }

    /** The unit for the totals of a scenario. */
    static Unit of(Budget today) {
        return today.paid().compareTo(LARGE) < 0 ? YUAN : TEN_THOUSAND;
    }

    /** A label with the unit. */
    Text label(String en, String zh) {
        return new Text(en + ", " + word.en(), zh + "（" + word.zh() + "）");
    }

    /** An amount of yuan as a cell. */
    Cell cell(BigDecimal yuan) {
        return FiscalTables.number(yuan.movePointLeft(power), DIGITS);
    }
}
