package org.canbao.simulate.enrolment;

/** Whether a child has the hukou of the city. */
enum Hukou {
    /** Registered in the city: may enrol at any age. */
    LOCAL,
    /** Registered elsewhere: may enrol from school age on. */
    MIGRANT
}
