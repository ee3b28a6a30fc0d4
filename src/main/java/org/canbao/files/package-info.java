/**
 * Files written whole or not at all ({@link org.canbao.files.AtomicFile}), their hashes ({@link
 * org.canbao.files.Sha256}), and folders that go away again ({@link org.canbao.files.TemporaryFolder}). Whoever writes
 * an output writes it through this room.
 */
@NullMarked
package org.canbao.files;

import org.jspecify.annotations.NullMarked;
