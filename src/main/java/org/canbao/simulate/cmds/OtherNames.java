package org.canbao.simulate.cmds;

import java.util.List;
import java.util.Map;

/** How place names go wrong in survey files, of those ways that a table of names can undo. */
final class OtherNames {
    private static final Map<String, List<String>> BY_NAME = Map.of(
            "襄阳市", List.of("襄樊市"),
            "毕节市", List.of("毕节地区"),
            "铜仁市", List.of("铜仁地区"),
            "红河哈尼族彝族自治州", List.of("红河州", "红河洲"),
            "恩施土家族苗族自治州", List.of("恩施州", "恩施"),
            "延边朝鲜族自治州", List.of("延边州", "延边"),
            "凉山彝族自治州", List.of("凉山州", "凉山洲"),
            "黔东南苗族侗族自治州", List.of("黔东南州"));

    private OtherNames() {}

    /** Another name of a city: a former one, a short one, or a misspelt one. */
    static String of(CmdsCity city, Draws draws) {
        List<String> known = BY_NAME.get(city.name());
        if (known != null) {
            return known.get(draws.between(0, known.size() - 1));
        }
        // 吉林 alone is the name of the province.
        boolean cut = city.name().endsWith("市") && !city.name().equals("吉林市");
        return cut ? city.name().substring(0, city.name().length() - 1) : city.name();
    }
}
