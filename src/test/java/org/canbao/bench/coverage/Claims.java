package org.canbao.bench.coverage;

import java.util.List;

/** The numbers of the study of instant settlement that the simulation gives a truth. */
final class Claims {
    private static final String EFFECTS = "effects";
    private static final String DIFFERENCES = "heterogeneity_of_cross_city";
    private static final String CROSS_CITY = "cross_city";

    static final List<Claim> ALL = List.of(
            effect("Table 2 (1)", "baseline-1", CROSS_CITY),
            effect("Table 2 (2)", "baseline-2", CROSS_CITY),
            effect("Table 2 (3)", "baseline-3", CROSS_CITY),
            effect("Table 2 (4)", "baseline-4", CROSS_CITY),
            effect("Table 3 (1)", "alone", "alone"),
            effect("Table 3 (2)", "complete-family", "complete_family"),
            effect("Table 3 (3)", "couples", "couple_together"),
            effect("Table 3 (4)", "couples-with-children", "couple_with_children_together"),
            effect("Table 3 (5)", "unmarried", "unmarried_with_parents"),
            effect("Table 4 (1)", "work-accompanying", "accompanying_works"),
            effect("Table 4 (2)", "work-couples", "accompanying_works_childless_couples"),
            effect("Table 4 (3)", "work-couples-with-children", "accompanying_works_couples_with_children"),
            effect("Table 4 (4)", "self-employed", "self_employed"),
            effect("Table 4 (5)", "self-employed-accompanied", "self_employed_not_alone"),
            effect("Table 4 (6)", "own-income", "log_own_income"),
            effect("Table 4 (7)", "household-income", "log_household_income"),
            difference("Table 5 (2)", "by-generation", "did:new_generation", "born_after_1980"),
            difference("Table 5 (3)", "by-health", "did:poor_health", "ill_last_year"),
            difference("Table 5 (4)", "by-experience", "did:experienced", "worked_away_before"),
            difference("Table 5 (5)", "t5-5", "did:poor_health", "ill_last_year"),
            new Claim("Table 6 (1)", "t6-1", "did:mega", DIFFERENCES, "mega_city", Claim.Promise.FEW_CITIES),
            new Claim(
                    "Table 6 (1)", "t6-1", "did:very_large", DIFFERENCES, "very_large_city", Claim.Promise.FEW_CITIES),
            new Claim("Table 6 (1)", "t6-1", "did:large", DIFFERENCES, "large_city", Claim.Promise.HOLDS),
            new Claim("Table 6 (2)", "t6-2", "did:rich", DIFFERENCES, "rich_city", Claim.Promise.HOLDS),
            new Claim("Table 6 (3)", "t6-3", "did:medical_rich", DIFFERENCES, "medical_rich_city", Claim.Promise.HOLDS),
            new Claim(
                    "Table 7 (1)", "t7-1", "did", EFFECTS, "cross_city_mega_and_very_large", Claim.Promise.FEW_CITIES),
            ofCities("Table 7 (2)", "t7-2", "att"),
            effect("Table 7 (3)", "t7-3", CROSS_CITY),
            effect("Table 7 (4)", "t7-4", CROSS_CITY),
            ofCities("Table 7, beyond", "callaway-plain", "att"),
            ofCities("Table 7, beyond", "callaway-never", "att"),
            ofCities("Table 7, beyond", "sun-abraham", "att"),
            ofCities("Table 7, beyond", "imputation-att", "att"),
            lead(-4),
            lead(-3),
            lead(-2),
            ofCities("Figure 1", "event-study", "event::0"),
            ofCities("Figure 1", "event-study", "event::1"),
            ofCities("Figure 1", "event-study", "event::2"),
            ofCities("Figure 1", "event-study", "event::3"));

    private Claims() {}

    /** Where the outcome is having moved across cities, cities differ in it and in its changes. */
    private static Claim effect(String exhibit, String spec, String key) {
        return key.equals(CROSS_CITY) ? ofCities(exhibit, spec, "did") : Claim.of(exhibit, spec, "did", EFFECTS, key);
    }

    private static Claim ofCities(String exhibit, String spec, String coefficient) {
        return new Claim(exhibit, spec, coefficient, EFFECTS, CROSS_CITY, Claim.Promise.HOLDS);
    }

    private static Claim lead(int event) {
        return new Claim("Figure 1", "event-study", "event::" + event, "", "", Claim.Promise.HOLDS);
    }

    private static Claim difference(String exhibit, String spec, String coefficient, String key) {
        return Claim.of(exhibit, spec, coefficient, DIFFERENCES, key);
    }
}
