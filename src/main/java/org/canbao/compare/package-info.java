/**
 * Printed numbers beside their replication: joined cell by cell, and graded per exhibit and per study in the words of the
 * AEA Data Editor's replication reports.
 */
@NullMarked
package org.canbao.compare;

import org.jspecify.annotations.NullMarked;
