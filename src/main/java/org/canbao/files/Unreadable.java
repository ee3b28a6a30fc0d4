package org.canbao.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;

/** Says in words why a file could not be read. */
public final class Unreadable {
    private Unreadable() {}

    /** The finding for a file that could not be read, with the failure behind it. */
    public static CanbaoException finding(Path file, IOException failure) {
        Diagnostic finding = Diagnostic.error(
                        FilesCode.NOT_READ, "cannot read `" + file + "`: " + reason(file, failure))
                .at(Place.of(file.toString()));
        return new CanbaoException(List.of(finding), failure);
    }

    private static String reason(Path file, IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "it is not there";
        }
        if (failure instanceof AccessDeniedException) {
            return "no permission";
        }
        if (Files.isDirectory(file)) {
            return "it is a folder";
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
