package org.canbao.cli;

import java.util.List;
import org.canbao.diag.Diagnostic;
import org.canbao.run.RunListener;
import org.canbao.sample.Ledger;
import org.canbao.sample.LedgerText;
import org.canbao.spec.Lang;

/** Tells the user what a run does. */
final class TerminalListener implements RunListener {
    private final Terminal terminal;
    private final Lang lang;

    TerminalListener(Terminal terminal, Lang lang) {
        this.terminal = terminal;
        this.lang = lang;
    }

    @Override
    public void done(String what, String why) {
        terminal.message("done: " + what + " (" + why + ")");
    }

    @Override
    public void ledger(Ledger ledger) {
        terminal.message("");
        terminal.message(LedgerText.print(ledger, lang));
    }

    @Override
    public void finding(Diagnostic finding) {
        terminal.findings(List.of(finding));
    }
}
