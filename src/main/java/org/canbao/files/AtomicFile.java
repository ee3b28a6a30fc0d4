package org.canbao.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;

/** Writes a file under a temporary name in its own folder and moves it into place: it is there whole or not at all. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes the content. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything; the stream is closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a text in UTF-8.
     *
     * @throws CanbaoException if it cannot be written; nothing is left behind
     */
    public static void write(Path target, String text) {
        write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Writes bytes.
     *
     * @throws CanbaoException if they cannot be written; nothing is left behind
     */
    public static void write(Path target, Content content) {
        try (PartFile part = PartFile.beside(target)) {
            Files.createDirectories(target.toAbsolutePath().getParent());
            try (OutputStream out =
                    Files.newOutputStream(part.path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(out);
            }
            move(part.path(), target);
        } catch (IOException e) {
            throw notWritten(target, e);
        }
    }

    /** Moves a finished file or folder into place. */
    public static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The finding for a file that could not be written, with the reason in words. */
    public static CanbaoException notWritten(Path target, IOException e) {
        String reason = reason(e);
        Diagnostic finding = Diagnostic.error(FilesCode.NOT_WRITTEN, "cannot write `" + target + "`: " + reason)
                .at(Place.of(target.toString()))
                .hint("check the permissions of the folder and the space on the disk; nothing half-written was left");
        return new CanbaoException(List.of(finding), e);
    }

    /** Java says of some failures only which file it was. */
    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        if (e instanceof NoSuchFileException) {
            return "the folder is not there";
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return "there is a file where a folder should be";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
