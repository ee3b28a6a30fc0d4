package org.canbao.report.page;

import org.canbao.report.Words;
import org.canbao.spec.Text;

/** The fixed words of the pages. */
enum PageVocabulary implements Words {
    SIMULATED("Simulated data: the numbers on this page are not findings.", "模拟数据：本页数字不是研究发现。"),
    OTHER_LANGUAGE("中文", "English"),
    ALL_STUDIES("All studies", "全部研究"),
    CONTENTS("Contents", "目录"),

    // At a glance.
    GLANCE_SAMPLE("Sample", "样本"),
    GLANCE_ROWS("{0} observations", "{0}个观测"),
    GLANCE_EXHIBITS("Exhibits", "图表"),
    TABLES_AND_FIGURES("tables: {0}, figures: {1}", "{0}张表，{1}幅图"),
    GLANCE_DATA("Data", "数据"),

    // Data.
    DATA("Data and sample", "数据与样本"),
    MAIN_SAMPLE("Main sample", "主样本"),
    OTHER_SAMPLE("Sample “{0}”", "样本“{0}”"),
    STEP("Step", "步骤"),
    DROPPED("Dropped", "剔除"),
    ROWS("Rows", "剩余"),
    JOINED("Joined with {0} ({1} rows without a match)", "合并{0}（{1}行未匹配）"),
    COUNTED("Counted in {0} ({1} rows in no cell, {2} cells empty)", "汇总为{0}（{1}行不属于任何单元，{2}个空单元）"),
    MISSING("{0} ({1} missing)", "{0}（其中缺失{1}行）"),
    LEFT_OUT("Not made: ", "未生成："),
    HOW_BUILT("How the sample is built", "样本构建方法"),
    LISTS_AND_DEFAULTS("Lists of terms and what all estimates share", "变量组与各模型的共同设定"),

    // Exhibits.
    TABLES("Tables and figures", "图表"),
    SPECIFICATION("How it is made: specification and standard errors", "模型设定与标准误"),
    OTHER_ESTIMATES("Estimates that no exhibit shows", "未列入图表的估计"),

    // What was printed.
    COMPARISON("Replicated against printed", "重现与刊印数字对照"),
    AUDIT("Audit of the printed numbers", "刊印数字的一致性核查"),

    // Provenance.
    PROVENANCE("Provenance", "数据与程序来源"),
    COMMANDS("Commands", "命令"),
    INPUT("Input", "输入"),
    DATASET("Data set", "数据集"),
    FILE("File", "文件"),
    HASH("SHA-256", "SHA-256"),
    ALL_HASHES("the hashes of all inputs and outputs", "全部输入与输出的哈希值"),

    // All studies.
    STUDIES("Studies", "研究"),
    STUDY("Study", "研究"),
    GRADE("Compared with print", "与刊印数字对照"),
    NOT_GRADED("nothing to compare", "无可对照的数字"),
    FINDINGS("Audit of print", "刊印数字核查"),
    OBSERVATIONS("Observations", "观测数"),
    CALIBRATED(
            "Studies marked as simulated ran on simulated data: their numbers are not findings, and their agreement with print"
                    + " measures calibration, not replication.",
            "标为模拟的研究使用模拟数据：其数字不是研究发现，与刊印数字的一致程度反映模拟的校准情况，不代表研究得到重现。");

    private final Text words;

    PageVocabulary(String en, String zh) {
        this.words = new Text(en, zh);
    }

    @Override
    public Text pattern() {
        return words;
    }
}
