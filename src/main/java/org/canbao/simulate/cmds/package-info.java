/**
 * Six waves of a national survey of migrants with known truth, in the raw layouts of the waves: persons, their households
 * side by side in a row, insurance, and what goes with them: city yearbook, policy dates, consumer prices.
 */
@NullMarked
package org.canbao.simulate.cmds;

import org.jspecify.annotations.NullMarked;
