/**
 * Who pays the subsidy of resident insurance: the sharing of today, money that follows the person, risk adjustment, and
 * contributions as a share of income. Amounts are exact to the cent.
 */
@NullMarked
package org.canbao.fiscal;

import org.jspecify.annotations.NullMarked;
