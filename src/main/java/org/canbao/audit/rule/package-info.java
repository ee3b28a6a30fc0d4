/** The rules of an audit, one class each. */
@NullMarked
package org.canbao.audit.rule;

import org.jspecify.annotations.NullMarked;
