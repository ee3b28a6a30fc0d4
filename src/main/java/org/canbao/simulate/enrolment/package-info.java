/**
 * Simulated extracts of a city's insurance platform: the person master, enrolment spells and settlements in the layout of
 * the national platform, calibrated to published counts of enrolled children.
 */
@NullMarked
package org.canbao.simulate.enrolment;

import org.jspecify.annotations.NullMarked;
