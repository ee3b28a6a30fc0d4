package org.canbao.simulate.cmds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.canbao.data.ValueType;

/** The variables of one wave, in the order of its file: where, the household side by side, money, insurance, opinions. */
final class CmdsLayout {
    private static final int NAME_BYTES = 20;

    private final CmdsWave wave;
    private final RawNames names;
    private final List<RawColumn> columns = new ArrayList<>();

    private CmdsLayout(CmdsWave wave) {
        this.wave = wave;
        this.names = RawNames.of(wave);
    }

    static List<RawColumn> of(CmdsWave wave) {
        CmdsLayout layout = new CmdsLayout(wave);
        layout.place();
        for (int person = 1; person <= Person.PLACES; person++) {
            layout.member(person);
        }
        layout.work();
        layout.insurance();
        layout.opinions();
        layout.columns.add(RawColumn.real(layout.names.of("weight"), "样本权重", p -> p.weight));
        return List.copyOf(layout.columns);
    }

    private void place() {
        // Ten Chinese characters take 20 bytes in GB18030 and 30 in UTF-8.
        int bytes = wave.format() >= 118 ? NAME_BYTES / 2 * 3 : NAME_BYTES;
        whole("id", ValueType.INT32, "个人编号", Map.of(), p -> p.id);
        columns.add(RawColumn.text(names.of("province"), bytes, "现居住地：省份", p -> CodeLists.province(p.city.province())));
        columns.add(RawColumn.text(names.of("city"), bytes, "现居住地：城市", p -> p.cityName));
        if (wave.year() == 2014) {
            columns.add(RawColumn.text(names.of("county"), 6, "现居住地：县区代码", p -> String.valueOf(p.city.code() + 2)));
        } else if (wave.year() == 2013) {
            whole("county", ValueType.INT32, "现居住地：县区代码", Map.of(), p -> p.city.code() + 2);
        }
    }

    private void member(int person) {
        String who = person == 1 ? "被访者" : "成员" + person;
        Map<String, String> marital = wave.year() >= 2016 ? CodeLists.MARITAL_6 : CodeLists.MARITAL_5;
        item("relation", person, ValueType.INT8, who + "：与被访者关系", CodeLists.RELATION, m -> m.relation);
        item("sex", person, ValueType.INT8, who + "：性别", CodeLists.SEX, m -> m.sex);
        item("birth_year", person, ValueType.INT16, who + "：出生年份", Map.of(), m -> m.birthYear);
        item("birth_month", person, ValueType.INT8, who + "：出生月份", Map.of(), m -> m.birthMonth);
        item("marital", person, ValueType.INT8, who + "：婚姻状况", marital, m -> m.marital);
        item("residence", person, ValueType.INT8, who + "：现居住地", CodeLists.RESIDENCE, m -> m.residence);
        item("arrival_year", person, ValueType.INT16, who + "：本次流动年份", Map.of(), m -> m.arrivalYear);
        item("arrival_month", person, ValueType.INT8, who + "：本次流动月份", Map.of(), m -> m.arrivalMonth);
        item("reason", person, ValueType.INT8, who + "：本次流动原因", CodeLists.REASON, m -> m.reason);
        item("works", person, ValueType.INT8, who + "：目前是否就业", CodeLists.YES_NO, m -> m.works);
        if (person == 1) {
            respondent();
        }
    }

    private void respondent() {
        boolean eight = wave.year() == 2013;
        Map<String, String> hukou =
                wave.year() < 2015 ? CodeLists.HUKOU_2 : wave.year() == 2015 ? CodeLists.HUKOU_4 : CodeLists.HUKOU_6;
        whole("ethnicity", ValueType.INT8, "被访者：民族", CodeLists.ETHNICITY, p -> p.han ? 1 : 2 + p.id % 8);
        whole(
                "education",
                ValueType.INT8,
                "被访者：受教育程度",
                eight ? CodeLists.EDUCATION_8 : CodeLists.EDUCATION_7,
                p -> eight ? ofEight(p.self()) : p.self().education);
        whole("hukou", ValueType.INT8, "被访者：户口性质", hukou, p -> p.hukou);
        if (wave.year() == 2017) {
            columns.add(RawColumn.text(
                    names.of("hukou_place"), 6, "被访者：户籍地区县代码", p -> p.id % 500 == 0 ? "  " : p.homeProvince + "0102"));
        } else {
            whole("hukou_place", ValueType.INT8, "被访者：户籍地省份", CodeLists.provinceCodes(), p -> p.homeProvince);
        }
        whole(
                "range",
                ValueType.INT8,
                "被访者：本次流动范围",
                wave.year() >= 2017 ? CodeLists.RANGE_4 : CodeLists.RANGE_3,
                p -> p.range);
    }

    /** Secondary technical school is a class of its own in eight classes. */
    private static long ofEight(Member member) {
        return member.education < 4 || (member.education == 4 && !member.technical)
                ? member.education
                : member.education + 1;
    }

    private void work() {
        whole("employment", ValueType.INT8, "您现在的就业身份属于哪一种", CodeLists.EMPLOYMENT, p -> p.employment);
        whole("own_income", ValueType.INT32, "您个人上个月（或上次就业）工资/纯收入（元）", Map.of(), p -> p.ownIncome);
        whole("family_size", ValueType.INT8, "您家庭成员共有几口人（本人、配偶和子女，无论是否同住）", Map.of(), Person::family);
        whole("housing", ValueType.INT32, "过去一年，您家在本地平均每月住房支出（元）", Map.of(), p -> p.housing);
        whole("expenditure", ValueType.INT32, "过去一年，您家在本地平均每月总支出（元）", Map.of(), p -> p.expenditure);
        whole("household_income", ValueType.INT32, "过去一年，您家平均每月总收入（元）", Map.of(), p -> p.householdIncome);
        if (wave.asksExperience()) {
            whole("experience", ValueType.INT8, "本次流动之前，您是否有外出务工经历", CodeLists.HAS, p -> p.experience);
        }
        if (wave.asksHealth()) {
            whole("ill", ValueType.INT8, "最近一年您本人是否有患病（负伤）或身体不适的情况", CodeLists.YES_NO, p -> p.ill);
        }
    }

    private void insurance() {
        for (int s = 0; s < CodeLists.SCHEMES.size(); s++) {
            int scheme = s;
            String name = CodeLists.SCHEMES.get(s);
            whole("insured_" + (s + 1), ValueType.INT8, "您目前是否参加" + name, CodeLists.YES_NO, p -> p.enrolled[scheme]);
            whole("insured_place_" + (s + 1), ValueType.INT8, name + "的参保地点", CodeLists.PLACE, p -> p.place[scheme]);
        }
    }

    private void opinions() {
        if (wave.year() == 2015) {
            whole("settle", ValueType.INT8, "您今后是否打算在本地长期居住（5年以上）", CodeLists.STAY, p -> p.stay);
        } else {
            whole("stay", ValueType.INT8, "今后一段时间，您是否打算继续留在本地", CodeLists.STAY, p -> p.stay);
        }
        if (wave.asksIntegration()) {
            for (int i = 0; i < CodeLists.INTEGRATION.size(); i++) {
                int at = i;
                whole(
                        "integration_" + (i + 1),
                        ValueType.INT8,
                        CodeLists.INTEGRATION.get(i),
                        CodeLists.AGREEMENT,
                        p -> p.integration[at]);
            }
            whole("happiness", ValueType.INT8, "总的来说，您觉得目前的生活幸福吗", CodeLists.HAPPINESS, p -> p.happiness);
        }
    }

    private void whole(
            String item, ValueType type, String label, Map<String, String> codes, ToLongFunction<Person> value) {
        columns.add(RawColumn.whole(names.of(item), type, label, codes, value));
    }

    /** An item of a person; empty if there are fewer persons. */
    private void item(
            String item,
            int person,
            ValueType type,
            String label,
            Map<String, String> codes,
            ToLongFunction<Member> value) {
        columns.add(RawColumn.whole(
                names.of(item, person),
                type,
                label,
                codes,
                p -> person > p.size ? Answer.NONE : value.applyAsLong(p.members[person - 1])));
    }
}
