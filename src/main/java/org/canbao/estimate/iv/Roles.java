package org.canbao.estimate.iv;

import java.util.ArrayList;
import java.util.List;
import org.canbao.design.Design;
import org.canbao.design.Regressor;
import org.canbao.estimate.Partialled;
import org.canbao.spec.Iv;

/** Where the columns of each role stand in the absorbed design, whose terms are exogenous, endogenous, instruments. */
record Roles(List<Integer> exogenous, List<Integer> endogenous, List<Integer> instruments) {
    static Roles of(Iv spec, Design design) {
        int at = design.intercept() ? 1 : 0;
        List<List<Regressor>> terms = design.byTerm();
        int first = spec.formula().terms().size();
        int second = first + spec.endogenous().size();
        Roles roles = new Roles(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int t = 0; t < terms.size(); t++) {
            List<Integer> role = t < first ? roles.exogenous : t < second ? roles.endogenous : roles.instruments;
            for (int c = 0; c < terms.get(t).size(); c++) {
                role.add(at++);
            }
        }
        return roles;
    }

    /** Columns as they are. */
    static List<Partialled.Combination> columns(Partialled data, List<Integer> positions) {
        return positions.stream().map(data::only).toList();
    }
}
