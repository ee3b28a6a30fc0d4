/** What was asked: a study, its sample, its models, its exhibits, as immutable values. */
@NullMarked
package org.canbao.spec;

import org.jspecify.annotations.NullMarked;
