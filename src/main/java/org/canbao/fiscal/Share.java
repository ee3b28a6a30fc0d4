package org.canbao.fiscal;

import java.math.BigDecimal;
import org.canbao.spec.fiscal.Level;

/**
 * What the levels pay for some persons, in yuan.
 *
 * @param persons for whom
 * @param enrolledIn the city whose fund receives it
 * @param central what the centre pays
 * @param province what the province of that city pays
 * @param city what that city pays
 */
public record Share(Persons persons, String enrolledIn, BigDecimal central, BigDecimal province, BigDecimal city) {
    /** What a level pays. */
    public BigDecimal of(Level level) {
        return switch (level) {
            case CENTRAL -> central;
            case PROVINCE -> province;
            case CITY -> city;
        };
    }

    /** What the fund receives. */
    public BigDecimal total() {
        return central.add(province).add(city);
    }
}
