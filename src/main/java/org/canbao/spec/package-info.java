/**
 * What was asked, as immutable values: a {@link org.canbao.spec.StudySpec} with its sample, its models ({@link
 * org.canbao.spec.ModelSpec}), tables and figures. What can go wrong later carries the {@link org.canbao.diag.Place} in
 * the file where it was written. Nothing here reads files or computes.
 */
@NullMarked
package org.canbao.spec;

import org.jspecify.annotations.NullMarked;
