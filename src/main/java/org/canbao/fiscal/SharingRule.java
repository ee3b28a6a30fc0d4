package org.canbao.fiscal;

import java.util.List;
import org.canbao.spec.Text;
import org.canbao.spec.fiscal.ScenarioSpec;

/** A rule of who pays for whom. */
interface SharingRule {
    /** Its id. */
    String id();

    /** What it is called. */
    Text title();

    /** What it is called where there is little room. */
    Text brief();

    /** What it pays for each of these persons, in their order. */
    List<Share> shares(ScenarioSpec scenario, List<Persons> persons);

    /** Whether it leaves the sum that the centre pays as it is today. */
    boolean keepsCentralTotal(ScenarioSpec scenario);
}
