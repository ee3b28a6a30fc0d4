/** Sensitivity of event studies to differences in trends. */
@NullMarked
package org.canbao.estimate.honest;

import org.jspecify.annotations.NullMarked;
