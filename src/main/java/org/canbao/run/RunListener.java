package org.canbao.run;

import org.canbao.diag.Diagnostic;
import org.canbao.sample.Ledger;

/** Hears what a run does. */
public interface RunListener {
    /** Hears nothing. */
    RunListener SILENT = new RunListener() {
        @Override
        public void done(String what, String why) {}

        @Override
        public void ledger(Ledger ledger) {}

        @Override
        public void finding(Diagnostic finding) {}
    };

    /** A step was done, and why it had to be. */
    void done(String what, String why);

    /** The sample was built. */
    void ledger(Ledger ledger);

    /** A warning or note. */
    void finding(Diagnostic finding);
}
