package org.canbao.ingest.spss;

import java.io.IOException;
import java.nio.file.Path;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.files.Unreadable;

/** Tells what is wrong with an SPSS file, and at which byte. */
final class SavFaults {
    private static final String AGAIN = "copy the file again from where it came, or open and save it in SPSS or PSPP";

    private final Path file;

    SavFaults(Path file) {
        this.file = file;
    }

    /** It cannot be read. */
    CanbaoException notRead(IOException failure) {
        return Unreadable.finding(file, failure);
    }

    /** It is something else. */
    CanbaoException notSpss(String whatItIs) {
        return error(SavCode.NOT_SPSS, "`" + file + "` is no SPSS system file: " + whatItIs)
                .hint("SPSS writes these as .sav and .zsav; they begin with $FL2 or $FL3")
                .toException();
    }

    /** It ends before what should stand at this byte. */
    CanbaoException brokenOff(long offset, String what) {
        return error(SavCode.BROKEN_OFF, "the file breaks off at byte " + offset + ", in " + what)
                .hint(AGAIN)
                .toException();
    }

    /** Something at this byte cannot be so. */
    CanbaoException contradiction(long offset, String what) {
        return error(SavCode.CONTRADICTION, "the file is damaged at byte " + offset + ": " + what)
                .hint(AGAIN)
                .toException();
    }

    /** Something at this byte is not known. */
    CanbaoException unsupported(long offset, String what) {
        return error(SavCode.UNSUPPORTED, "at byte " + offset + ": " + what)
                .hint("open the file in SPSS or PSPP and save it again")
                .toException();
    }

    private Diagnostic error(SavCode code, String message) {
        return Diagnostic.error(code, message).at(Place.of(file.toString()));
    }
}
