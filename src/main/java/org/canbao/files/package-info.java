/** Files written whole or not at all, and their hashes. */
@NullMarked
package org.canbao.files;

import org.jspecify.annotations.NullMarked;
