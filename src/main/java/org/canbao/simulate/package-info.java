/** Raw extracts in the real raw layouts, with known truth. Everything made from them says "simulated". */
@NullMarked
package org.canbao.simulate;

import org.jspecify.annotations.NullMarked;
