package org.canbao.simulate.cmds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** The value labels of the survey. */
final class CodeLists {
    static final Map<String, String> SEX = of("男", "女");
    static final Map<String, String> YES_NO = of("是", "否");
    static final Map<String, String> HAS = of("有", "没有");
    static final Map<String, String> RELATION = of("本人", "配偶", "子女", "媳婿", "父母/公婆/岳父母", "兄弟姐妹/及其配偶", "孙辈", "祖辈", "其他");
    static final Map<String, String> EDUCATION_7 = of("未上过学", "小学", "初中", "高中/中专", "大学专科", "大学本科", "研究生");
    static final Map<String, String> EDUCATION_8 = of("未上过学", "小学", "初中", "高中", "中专", "大学专科", "大学本科", "研究生");
    static final Map<String, String> HUKOU_2 = of("农业", "非农业");
    static final Map<String, String> HUKOU_4 = of("农业", "非农业", "农业转居民", "非农业转居民");
    static final Map<String, String> HUKOU_6 = of("农业", "非农业", "农业转居民", "非农业转居民", "居民", "其他");
    static final Map<String, String> MARITAL_5 = of("未婚", "初婚", "再婚", "离婚", "丧偶");
    static final Map<String, String> MARITAL_6 = of("未婚", "初婚", "再婚", "离婚", "丧偶", "同居");
    static final Map<String, String> RANGE_3 = of("跨省", "省内跨市", "市内跨县");
    static final Map<String, String> RANGE_4 = of("跨省", "省内跨市", "市内跨县", "跨境");
    static final Map<String, String> RESIDENCE = of("本地", "户籍地", "其他");
    static final Map<String, String> REASON =
            of("务工/工作", "经商", "家属随迁", "婚姻嫁娶", "拆迁搬家", "投亲靠友", "学习培训", "参军", "出生", "异地养老", "照顾自家老人", "照顾自家小孩", "其他");
    static final Map<String, String> ETHNICITY = of("汉族", "蒙古族", "满族", "回族", "藏族", "壮族", "维吾尔族", "苗族", "其他");
    static final Map<String, String> EMPLOYMENT = of("雇主", "自营劳动者", "有固定雇主的雇员", "无固定雇主的劳动者（零工、散工等）", "其他");
    static final Map<String, String> PLACE = of("本地", "户籍地", "其他地方");
    static final Map<String, String> STAY = of("是", "否", "没想好");
    static final Map<String, String> HAPPINESS = of("很不幸福", "不太幸福", "一般", "比较幸福", "非常幸福");
    static final Map<String, String> AGREEMENT = of("完全不同意", "不同意", "基本同意", "完全同意");
    static final List<String> SCHEMES = List.of("新型农村合作医疗保险", "城乡居民（城镇居民）医疗保险", "城镇职工医疗保险", "公费医疗");
    static final List<String> INTEGRATION =
            List.of("我喜欢我现在居住的城市/地方", "我关注我现在居住城市/地方的变化", "我很愿意融入本地人当中，成为其中一员", "我觉得本地人愿意接受我成为其中一员", "我感觉本地人看不起外地人");

    private static final Map<Integer, String> PROVINCES = provinces();

    private CodeLists() {}

    /** The name of a province by its two digits. */
    static String province(int digits) {
        return PROVINCES.getOrDefault(digits, "");
    }

    /** The provinces by their two digits, as value labels. */
    static Map<String, String> provinceCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        PROVINCES.forEach((digits, name) -> codes.put(String.valueOf(digits), name));
        return codes;
    }

    /** Labels of 1, 2, 3 … */
    private static Map<String, String> of(String... labels) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i++) {
            codes.put(String.valueOf(i + 1), labels[i]);
        }
        return codes;
    }

    private static Map<Integer, String> provinces() {
        Map<Integer, String> names = new LinkedHashMap<>();
        String all = "11北京市12天津市13河北省14山西省15内蒙古自治区21辽宁省22吉林省23黑龙江省31上海市32江苏省33浙江省34安徽省35福建省36江西省37山东省"
                + "41河南省42湖北省43湖南省44广东省45广西壮族自治区46海南省50重庆市51四川省52贵州省53云南省54西藏自治区61陕西省62甘肃省63青海省"
                + "64宁夏回族自治区65新疆维吾尔自治区";
        Matcher matcher = java.util.regex.Pattern.compile("(\\d{2})(\\D+)").matcher(all);
        while (matcher.find()) {
            names.put(Integer.parseInt(matcher.group(1)), matcher.group(2));
        }
        return names;
    }
}
