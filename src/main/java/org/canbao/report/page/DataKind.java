package org.canbao.report.page;

import org.canbao.spec.Text;

/** What a study was made from, as its page says it. */
public enum DataKind {
    /** Data sets of the store, of which some are simulated. */
    SIMULATED(new Text("simulated", "模拟数据")),
    /** Data sets of the store, none of them simulated. */
    REAL(new Text("real", "实际数据")),
    /** Files beside the study file alone: it needs no store. */
    OWN_FILES(new Text("tables that belong to the study; none of it simulated", "随研究提供的表格，均非模拟"));

    private final Text words;

    DataKind(Text words) {
        this.words = words;
    }

    Text words() {
        return words;
    }
}
