/**
 * Raw extracts in the manner of real ones, with known truth: {@link org.canbao.simulate.ExampleExtract} writes the files
 * that {@code canbao simulate example} and an empty store's {@code canbao replicate} use. Equal seeds give equal bytes.
 * Everything made from them says "simulated".
 */
@NullMarked
package org.canbao.simulate;

import org.jspecify.annotations.NullMarked;
