package org.canbao.simulate.enrolment;

import java.time.LocalDate;
import java.util.Locale;
import org.canbao.math.CounterRandom;

/**
 * A person who does not exist. The region codes begin with 99, which no region has, so that no document number can be a real
 * one.
 *
 * @param number the person number of the platform
 * @param name surname and given name
 * @param document an eighteen-digit number with its check digit
 * @param male the sex
 * @param birth the date of birth
 * @param district 1 to 13
 */
record SimulatedPerson(String number, String name, String document, boolean male, LocalDate birth, int district) {
    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱覃武戚莫孔汤";
    private static final String GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲华红玉萍建春梅鑫波宇浩凯佳嘉欣怡雨晨子涵梓轩浩然诗琪思远可馨俊熙语桐一诺睿博若曦天佑";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** Draws what is not given. */
    static SimulatedPerson draw(String number, boolean male, LocalDate birth, int district, CounterRandom random) {
        StringBuilder name = new StringBuilder().append(pick(SURNAMES, random));
        int given = random.nextDouble() < 0.8 ? 2 : 1;
        for (int i = 0; i < given; i++) {
            name.append(pick(GIVEN, random));
        }
        int serial = 2 * random.nextInt(500) + (male ? 1 : 0);
        return new SimulatedPerson(number, name.toString(), document(district, birth, serial), male, birth, district);
    }

    /** The same with a date of birth in the master that the document contradicts. */
    SimulatedPerson misdated() {
        return new SimulatedPerson(number, name, document, male, birth.minusYears(1), district);
    }

    /** The region code of a district. */
    static String region(int district) {
        return String.format(Locale.ROOT, "9901%02d", district);
    }

    private static String document(int district, LocalDate birth, int serial) {
        String digits = String.format(
                Locale.ROOT,
                "%s%04d%02d%02d%03d",
                region(district),
                birth.getYear(),
                birth.getMonthValue(),
                birth.getDayOfMonth(),
                serial);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return digits + CHECKS.charAt(sum % CHECKS.length());
    }

    private static char pick(String letters, CounterRandom random) {
        return letters.charAt(random.nextInt(letters.length()));
    }
}
