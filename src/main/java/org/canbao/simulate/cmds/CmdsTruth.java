package org.canbao.simulate.cmds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The truth of the simulated survey, as YAML: what a study should find, and where that is not what is published. */
final class CmdsTruth {
    private static final String UNIT = "  %s: %s\n";

    private CmdsTruth() {}

    static String yaml(long seed, double scale, PolicyEffect effect) {
        StringBuilder out = new StringBuilder();
        out.append(
                "# The truth behind these files: nothing in them was observed. Names and codes of cities are real, all\n"
                        + "# else is drawn. Effects are those of the policy (a city and year in which bills are settled directly:\n"
                        + "# from the year of adoption on) on linear probabilities, or on logs of incomes; the same in every year\n"
                        + "# after adoption. They are the published coefficients unless a comment says otherwise.\n");
        out.append("simulated: true\nseed: ")
                .append(seed)
                .append("\nscale: ")
                .append(scale)
                .append('\n');
        section(out, "effects", effects(effect));
        out.append(
                "# The effect on cross_city in mean over treated persons; what single persons and cities add to it. Published\n"
                        + "# columns have one interaction each; here all hold at once. That of married is nothing of its own: married\n"
                        + "# persons are older, which gives about 0.02. Sizes of cities are relative to medium and small ones; rich\n"
                        + "# and medical_rich are GDP per head and medical resources above their means over persons.\n");
        section(out, "heterogeneity_of_cross_city", heterogeneity());
        out.append("# Coefficients of the controls. Those of indices of education and medical care are zero.\n");
        section(out, "controls_of_cross_city", controls());
        out.append("# Log odds of a higher answer on staying, happiness and integration: ordered logits in these.\n");
        section(out, "opinions", opinions());
        out.append("# Shares that were aimed at; at scale 1 228,912 persons pass the filters, within 2%.\n");
        section(out, "margins", margins());
        out.append(
                "# Sampling weights: migrants of the country per wave, to whom weights sum at scale 1. Provinces are sampled\n"
                        + "# at different rates; no answer depends on them, so that weighted and unweighted shares have one truth.\n");
        section(out, "weights", weights());
        section(out, "dirt", dirt());
        out.append(
                "not_as_published:\n"
                        + "  - \"complete_family: 0.0259 follows from the effects on its three parts; 0.024 is published\"\n"
                        + "  - \"family_size: the respondent, spouse and children, wherever they live; its standard deviation is 1.0\"\n"
                        + "  - \"expenditure in 2018 is asked of 60%, so that 18,700 persons of that wave pass the filters\"\n"
                        + "  - \"gdp_per_capita: its standard deviation is about 45,000; no smooth distribution has 52,415 between the printed ends\"\n"
                        + "  - \"R2 of family migration: about 0.2; 0.55 to 0.71 are printed, as if family size counted who is here\"\n"
                        + "  - \"effects by class of city: all hold at once, so those of single columns differ from them by up to 0.003\"\n"
                        + "  - \"Callaway-Sant'Anna: the effect is that of the baseline, 0.105; 0.128 is published\"\n"
                        + "  - \"city trends, waves without 2018: the effect is that of the baseline\"\n"
                        + "  - \"municipalities never adopt: nobody there comes from another city of the province\"\n"
                        + "  - \"migrants from other provinces: the 23 cities of table 5 of active-capital have their printed shares in\n"
                        + "    2016, all of Beijing and Shanghai; other waves differ as their shares within the province do\"\n");
        return out.toString();
    }

    private static Map<String, Double> effects(PolicyEffect effect) {
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("cross_city", Effects.CROSS_CITY);
        all.put("cross_city_mega_and_very_large", effect.ofVeryLarge());
        all.put("alone", -0.018);
        all.put("complete_family", 0.0259);
        all.put("couple_together", Effects.COUPLE_TOGETHER);
        all.put("couple_with_children_together", Effects.COUPLE_WITH_CHILDREN);
        all.put("unmarried_with_parents", Effects.WITH_PARENTS);
        all.put("accompanying_works", 0.005);
        all.put("accompanying_works_childless_couples", Effects.SPOUSE_OF_CHILDLESS_WORKS);
        all.put("accompanying_works_couples_with_children", Effects.SPOUSE_OF_PARENTS_WORKS);
        all.put("self_employed", 0.010);
        all.put("self_employed_not_alone", Effects.SELF_EMPLOYED_ACCOMPANIED);
        all.put("log_own_income", Effects.OWN_INCOME);
        all.put("log_household_income", Effects.HOUSEHOLD_INCOME);
        return all;
    }

    private static Map<String, Double> heterogeneity() {
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("born_after_1980", Effects.NEW_GENERATION);
        all.put("ill_last_year", Effects.POOR_HEALTH);
        all.put("worked_away_before", Effects.EXPERIENCE);
        all.put("mega_city", Effects.MEGA);
        all.put("very_large_city", Effects.VERY_LARGE);
        all.put("large_city", Effects.LARGE);
        all.put("rich_city", Effects.RICH);
        all.put("medical_rich_city", Effects.MEDICAL_RICH);
        return all;
    }

    private static Map<String, Double> controls() {
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("age", Effects.AGE);
        all.put("age_squared", Effects.AGE_SQUARED);
        all.put("male", 0.0);
        all.put("han", Effects.HAN);
        all.put("education", Effects.EDUCATION);
        all.put("married", Effects.MARRIED);
        all.put("log_expenditure", Effects.LOG_EXPENDITURE);
        all.put("family_size", Effects.FAMILY_SIZE);
        all.put("labour_share", Effects.LABOUR_SHARE);
        all.put("log_gdp_per_capita", Effects.LOG_GDP);
        all.put("industry", Effects.INDUSTRY);
        all.put("log_wage", Effects.LOG_WAGE);
        all.put("log_house_price", Effects.LOG_HOUSE_PRICE);
        all.put("settlement_threshold", Effects.THRESHOLD);
        return all;
    }

    private static Map<String, Double> opinions() {
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("stay_on_enrolled_here", Effects.STAY_ENROLLED_HERE);
        all.put("happiness_on_enrolled_here", Effects.HAPPINESS_ENROLLED_HERE);
        all.put("integration_on_enrolled_here", Effects.INTEGRATION_ENROLLED_HERE);
        all.put("any_on_urban_hukou", Effects.OPINION_URBAN_HUKOU);
        all.put("any_on_class_of_education", Effects.OPINION_EDUCATION);
        return all;
    }

    private static Map<String, Double> margins() {
        Map<String, Double> all = new LinkedHashMap<>();
        for (CmdsWave wave : CmdsWave.all()) {
            Margins.Insurance insurance = Margins.insurance(wave.year());
            all.put("analysed_" + wave.year(), wave.analysed());
            all.put("insured_" + wave.year(), insurance.any());
            all.put("employee_insurance_" + wave.year(), insurance.employee());
            all.put("resident_insurance_" + wave.year(), insurance.resident());
            all.put("rural_scheme_" + wave.year(), insurance.rural());
        }
        return all;
    }

    private static Map<String, Double> weights() {
        Map<String, Double> all = new LinkedHashMap<>();
        CmdsWave.all().forEach(wave -> all.put("migrants_" + wave.year(), wave.migrants()));
        return all;
    }

    private static Map<String, Double> dirt() {
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("duplicated_rows", Margins.DUPLICATED);
        all.put("other_names_of_cities", Margins.OTHER_PLACE_NAME);
        all.put("incomes_refused", Margins.INCOME_REFUSED);
        all.put("expenditure_refused_or_impossible", 1 - Margins.COMPLETE);
        all.put("own_income_not_asked", 1 - Margins.OWN_INCOME_ASKED);
        all.put("cities_without_yearbook", 1 - Margins.IN_COVERED_CITIES);
        return all;
    }

    private static void section(StringBuilder out, String name, Map<String, Double> values) {
        out.append(name).append(":\n");
        values.forEach((key, value) -> out.append(String.format(Locale.ROOT, UNIT, key, rounded(value))));
    }

    private static String rounded(double value) {
        return new BigDecimal(value)
                .setScale(5, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
