package org.canbao.data;

/** The storage type of a variable in the store. */
public enum ValueType {
    /** True or false. */
    BOOLEAN,
    /** Whole numbers of 8 bits. */
    INT8,
    /** Whole numbers of 16 bits. */
    INT16,
    /** Whole numbers of 32 bits. */
    INT32,
    /** Whole numbers of 64 bits. */
    INT64,
    /** IEEE single precision. */
    FLOAT32,
    /** IEEE double precision. */
    FLOAT64,
    /** Text. */
    STRING,
    /** Days. */
    DATE,
    /** Microseconds without a time zone. */
    TIMESTAMP;

    /** Whether arithmetic is defined. */
    public boolean isNumeric() {
        return this != STRING && this != DATE && this != TIMESTAMP;
    }

    /** Whether a batch holds it as {@code long}: whole numbers, booleans (0, 1), days, microseconds. */
    public boolean isIntegral() {
        return this != STRING && this != FLOAT32 && this != FLOAT64;
    }
}
