package org.canbao.ingest.dta;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Code;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.files.FilesCode;

/** The findings about one file; each names the file, the byte, what was expected and what to do. */
final class DtaFindings {
    private static final String COPY_AGAIN =
            "copy or download the file again and compare its size with the original; then open it in Stata and save it";

    private final String file;

    DtaFindings(Path file) {
        this.file = file.toString();
    }

    /** The file does not begin as a Stata file does. */
    CanbaoException notDta(String expected) {
        return error(DtaCode.NOT_DTA, "`" + file + "` is not a Stata file: " + expected)
                .hint("expected a file that Stata 8 or newer saved (releases 113-115 and 117-119)")
                .toException();
    }

    /** The file is of another release. */
    CanbaoException release(int number) {
        return error(DtaCode.RELEASE, "`" + file + "` is a Stata file of release " + number + ", which is not read")
                .hint("read are releases 113, 114, 115, 117, 118 and 119 (Stata 8 and newer)")
                .hint(
                        number > 119
                                ? "in Stata: drop the alias variables, or turn them into copies; then `save`"
                                : "in Stata: `use` the file, then `save` it")
                .toException();
    }

    /** The file ends too early. */
    CanbaoException truncated(long offset, long length, String expected) {
        return error(
                        DtaCode.TRUNCATED,
                        "`" + file + "` breaks off: it has " + length + " bytes, but at byte " + offset + " "
                                + expected)
                .hint(COPY_AGAIN)
                .toException();
    }

    /** A section is not as the format says. */
    CanbaoException corrupt(long offset, String problem) {
        return error(DtaCode.CORRUPT, "`" + file + "` is damaged at byte " + offset + ": " + problem)
                .hint(COPY_AGAIN)
                .toException();
    }

    /** A count is larger than the file allows, or negative. */
    CanbaoException impossible(long offset, String problem) {
        return error(DtaCode.IMPOSSIBLE_COUNT, "`" + file + "` is damaged at byte " + offset + ": " + problem)
                .hint(COPY_AGAIN)
                .toException();
    }

    /** The system refuses. */
    CanbaoException notRead(IOException e) {
        String reason;
        if (e instanceof NoSuchFileException) {
            reason = "there is no such file";
        } else if (e instanceof AccessDeniedException) {
            reason = "no permission";
        } else {
            reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
        Diagnostic finding = error(FilesCode.NOT_READ, "cannot read `" + file + "`: " + reason)
                .hint("check the path and the permissions of the file");
        return new CanbaoException(List.of(finding), e);
    }

    private Diagnostic error(Code code, String message) {
        return Diagnostic.error(code, message).at(Place.of(file));
    }
}
