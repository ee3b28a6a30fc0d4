/** Ordered outcomes by maximum likelihood: logit and probit with cut points. */
@NullMarked
package org.canbao.estimate.ordered;

import org.jspecify.annotations.NullMarked;
