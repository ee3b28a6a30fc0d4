package org.canbao.fiscal;

import org.canbao.spec.Text;
import org.canbao.spec.fiscal.Level;

/** The words of scenarios, in both languages. */
final class FiscalWords {
    static final Text CENTRE = new Text("Central government", "中央财政");
    static final Text PROVINCES = new Text("Provinces", "省级财政");
    static final Text CITIES = new Text("Cities and districts", "市县区财政");
    static final Text TOTAL = new Text("Total", "合计");
    static final Text PAYER = new Text("Payer", "承担方");

    private FiscalWords() {}

    /** A level of government. */
    static Text level(Level level) {
        return switch (level) {
            case CENTRAL -> CENTRE;
            case PROVINCE -> PROVINCES;
            case CITY -> CITIES;
        };
    }

    /** Two texts with something between. */
    static Text joined(Text first, String between, Text second) {
        return new Text(first.en() + between + second.en(), first.zh() + between + second.zh());
    }
}
