package org.canbao.simulate.cmds;

import java.util.HashMap;
import java.util.Map;

/**
 * What each wave calls its variables. Names that published work shows are used as they are there, upper and lower case
 * included; {@code #} is the number of the person. Where no source has the name it is {@code sim_…}: such variables are
 * found by their labels.
 */
final class RawNames {
    private final Map<String, String> names = new HashMap<>();

    private RawNames(String... itemsAndNames) {
        for (int i = 0; i < itemsAndNames.length; i += 2) {
            names.put(itemsAndNames[i], itemsAndNames[i + 1]);
        }
    }

    /** The name of an item that only the respondent has. */
    String of(String item) {
        return names.getOrDefault(item, "sim_" + item).replace("#", "1");
    }

    /** The name of an item of a person. */
    String of(String item, int person) {
        return names.getOrDefault(item, "sim_" + item + "_#").replace("#", String.valueOf(person));
    }

    static RawNames of(CmdsWave wave) {
        return switch (wave.year()) {
            case 2013 ->
                mnemonics()
                        .and(
                                "education",
                                "edu_status_#",
                                "hukou",
                                "acc_nature_#",
                                "residence",
                                "cur_place_#",
                                "employment",
                                "emly_ident");
            case 2014 -> mnemonics().and("education", "edu_stat_#", "hukou", "acc_nat_#", "employment", "emly_iden");
            case 2015 ->
                letters("q101", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l")
                        .and(
                                "id",
                                "ID",
                                "city",
                                "F2",
                                "province",
                                "F1",
                                "county",
                                "F3",
                                "own_income",
                                "Q210",
                                "settle",
                                "Q211");
            case 2016 ->
                letters("Q101", "A", "B", "C", "D", "E", "F", "H", "J", "K", "L", "M", "N")
                        .and(
                                "birth_year",
                                "Q101C#Y",
                                "birth_month",
                                "Q101C#M",
                                "arrival_year",
                                "Q101M#Y",
                                "arrival_month",
                                "Q101M#M",
                                "city",
                                "C2",
                                "province",
                                "C1",
                                "county",
                                "C3");
            case 2017 ->
                letters("q101", "a", "b", "c", "d", "e", "f", "h", "j", "k", "l", "m", "n")
                        .and(
                                "hukou_place",
                                "q101j#a",
                                "id",
                                "newID",
                                "city",
                                "C2",
                                "province",
                                "C1",
                                "county",
                                "C3",
                                "family_size",
                                "Q100",
                                "housing",
                                "Q103",
                                "expenditure",
                                "Q104",
                                "household_income",
                                "Q105",
                                "stay",
                                "Q314",
                                "integration_1",
                                "Q503A",
                                "integration_2",
                                "Q503B",
                                "integration_3",
                                "Q503C",
                                "integration_4",
                                "Q503D",
                                "integration_5",
                                "Q503E");
            default ->
                new RawNames(
                        "arrival_year",
                        "Q101MY#",
                        "arrival_month",
                        "Q101MM#",
                        "city",
                        "C2",
                        "province",
                        "C1",
                        "county",
                        "C3");
        };
    }

    /** The English words of 2013 and 2014; {@code flo_rage} is how the files spell it. */
    private static RawNames mnemonics() {
        return new RawNames(
                "sex",
                "gender_#",
                "birth_year",
                "birt_y_#",
                "birth_month",
                "birt_m_#",
                "ethnicity",
                "nation_#",
                "marital",
                "mar_status_#",
                "hukou_place",
                "resi_place_#",
                "range",
                "flo_rage_#",
                "arrival_year",
                "floyear_#",
                "arrival_month",
                "flomon_#",
                "city",
                "city_name",
                "province",
                "pro_name",
                "county",
                "inte_code",
                "household_income",
                "famincom_m",
                "expenditure",
                "cost_m",
                "housing",
                "rent_m");
    }

    /** Question 101: a letter for each item, in the order of the questionnaire. */
    private static RawNames letters(
            String question,
            String relation,
            String sex,
            String birth,
            String ethnicity,
            String education,
            String hukou,
            String marital,
            String hukouPlace,
            String residence,
            String range,
            String arrival,
            String reason) {
        String q = question;
        return new RawNames(
                "relation",
                q + relation + "#",
                "sex",
                q + sex + "#",
                "birth_year",
                q + birth + "#y",
                "birth_month",
                q + birth + "#m",
                "ethnicity",
                q + ethnicity + "#",
                "education",
                q + education + "#",
                "hukou",
                q + hukou + "#",
                "marital",
                q + marital + "#",
                "hukou_place",
                q + hukouPlace + "#",
                "residence",
                q + residence + "#",
                "range",
                q + range + "#",
                "arrival_year",
                q + arrival + "#y",
                "arrival_month",
                q + arrival + "#m",
                "reason",
                q + reason + "#");
    }

    private RawNames and(String... itemsAndNames) {
        names.putAll(new RawNames(itemsAndNames).names);
        return this;
    }
}
