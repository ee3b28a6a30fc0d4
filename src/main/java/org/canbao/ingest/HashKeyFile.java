package org.canbao.ingest;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.files.AtomicFile;
import org.canbao.files.Unreadable;
import org.canbao.ingest.binding.HashKey;

/**
 * The file with the key of the hashes: {@code .key} in the store, made at random when it is first needed and readable by its
 * owner alone, or one that the user names. Who loses it cannot link later files to the store.
 */
final class HashKeyFile {
    private static final String NAME = ".key";
    private static final int FEWEST_BYTES = 16;

    private HashKeyFile() {}

    /** The key of a store; made if there is none. */
    static HashKey ofStore(Path store) {
        Path file = store.resolve(NAME);
        if (!Files.exists(file)) {
            make(file);
        }
        return read(file);
    }

    /**
     * The key in a file: its bytes, blanks and line ends at its end not counted.
     *
     * @throws org.canbao.diag.CanbaoException if it cannot be read, or is too short to be secret
     */
    static HashKey read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int length = bytes.length;
            while (length > 0 && Character.isWhitespace(bytes[length - 1])) {
                length--;
            }
            if (length < FEWEST_BYTES) {
                throw Diagnostic.error(
                                StoreCode.SHORT_KEY,
                                "the key has " + length + " bytes; who knows the numbers of persons could guess it")
                        .at(Place.of(file.toString()))
                        .hint("give it " + FEWEST_BYTES + " bytes or more, made at random")
                        .toException();
            }
            return new HashKey(Arrays.copyOf(bytes, length));
        } catch (IOException e) {
            throw Unreadable.finding(file, e);
        }
    }

    /** Written beside its place and then moved, so that no other process reads half a key; the first one stays. */
    private static void make(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), NAME, ".part", ownerOnly());
            try {
                Files.writeString(temporary, HexFormat.of().formatHex(HashKey.randomBytes()) + "\n");
                Files.move(temporary, file);
            } catch (FileAlreadyExistsException e) {
                // Another process was first, and its key counts.
                return;
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw AtomicFile.notWritten(file, e);
        }
    }

    /** On systems without such permissions those of the folder count. */
    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
