package org.canbao.estimate;

import org.canbao.diag.Code;

/** Findings while a model is estimated. */
public enum EstimateCode implements Code {
    /** The outcome does not vary. */
    OUTCOME_CONSTANT("CB0501"),
    /** No regressor is left. */
    NO_REGRESSOR("CB0502"),
    /** There are not more rows than parameters. */
    TOO_FEW_ROWS("CB0503"),
    /** All rows are in one cluster. */
    ONE_CLUSTER("CB0504"),
    /** The effects could not be absorbed to the tolerance. */
    NOT_CONVERGED("CB0505"),
    /** Leverages would need too many levels. */
    TOO_MANY_LEVELS("CB0506"),
    /** A row is fitted exactly, so its residual cannot be corrected for leverage. */
    FULL_LEVERAGE("CB0507"),
    /** Periods or cohorts are not numbers. */
    NOT_A_PERIOD("CB0508"),
    /** A unit has several cohorts. */
    SEVERAL_COHORTS("CB0509"),
    /** Given assignments do not fit the units. */
    BAD_ASSIGNMENTS("CB0510"),
    /** The term whose placebo is wanted has no estimate. */
    NO_TREATMENT("CB0511"),
    /** A regressor hardly varies beside effects that had to be made columns. */
    HARDLY_VARIES("CB0512"),
    /** A coefficient cannot be estimated without one of the clusters. */
    ONE_CLUSTER_CARRIES("CB0513"),
    /** The coefficient that a bootstrap tests has no estimate. */
    NO_COEFFICIENT("CB0514"),
    /** A period or cohort is not a whole number. */
    NOT_A_WHOLE_PERIOD("CB0530"),
    /** Cohort 0 where periods begin later: never treated is a missing cohort. */
    COHORT_ZERO("CB0531"),
    /** A unit has several rows in a period. */
    DUPLICATE_UNIT("CB0532"),
    /** A unit is in several clusters. */
    SEVERAL_CLUSTERS("CB0533"),
    /** There are no never-treated units. */
    NO_NEVER_TREATED("CB0534"),
    /** No cohort is left whose effects could be estimated. */
    NO_COHORT("CB0535"),
    /** No unit is observed in every period. */
    NO_BALANCED_UNIT("CB0536"),
    /** None of the group-time effects could be estimated. */
    NO_EFFECT("CB0537"),
    /** No row is untreated, or none is left to compare with. */
    NO_CONTROL("CB0540"),
    /** No treated row has an estimate. */
    NO_TREATED("CB0541"),
    /** A unit has several rows in a period, or none. */
    NOT_A_PANEL("CB0542"),
    /** A treatment is not of the kind that the model takes. */
    BAD_TREATMENT("CB0543"),
    /** Estimates by event time do not suit an analysis of their trends. */
    BAD_EVENT_TIMES("CB0544"),
    /** A wanted event time has no estimate. */
    NO_EVENT_TIME("CB0545"),
    /** A cluster should be left out of an average over itself alone. */
    ONE_CLUSTER_ALIKE("CB0546"),
    /** The running variable is not a finite number. */
    BAD_RUNNING("CB0520"),
    /** No row is on one side of the cutoff. */
    ONE_SIDE("CB0521"),
    /** The running variable has too few values for the polynomial. */
    TOO_FEW_VALUES("CB0522"),
    /** The discontinuity has no estimate. */
    NO_JUMP("CB0523"),
    /** The instruments do not tell the endogenous regressors apart. */
    NOT_IDENTIFIED("CB0580"),
    /** An outcome is outside the range of the model. */
    OUTCOME_RANGE("CB0581"),
    /** Every row is perfectly predicted. */
    ALL_SEPARATED("CB0582"),
    /** The likelihood's maximum was not found. */
    NO_MAXIMUM("CB0583"),
    /** Instruments give an endogenous column exactly. */
    NOT_ENDOGENOUS("CB0584"),
    /** Parameters of effects could not be counted exactly. */
    TOO_MANY_TO_COUNT("CB0570"),
    /** A model has no regression whose standard errors could be compared. */
    NOT_COMPARABLE("CB0571"),
    /** The column of groups has not two values. */
    NOT_TWO_GROUPS("CB0573"),
    /** A unit that should exchange groups is in both. */
    UNIT_IN_BOTH_GROUPS("CB0574"),
    /** There are fewer periods than dates to draw. */
    TOO_FEW_PERIODS("CB0572"),
    /** A density at the cutoff has no estimate. */
    NO_DENSITY("CB0560"),
    /** A number of units is not whole and positive. */
    BAD_FREQUENCY("CB0561"),
    /** A window about the cutoff has too few rows. */
    EMPTY_WINDOW("CB0562"),
    /** Rows that are to be treated as one are not together. */
    SPLIT_UNIT("CB0563"),
    /** An R² is assumed that is below the one that there is. */
    BAD_R_MAX("CB0585"),
    /** No window about the cutoff has balanced covariates. */
    NO_WINDOW("CB0564");

    private final String id;

    EstimateCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
