package org.linli.loan.contract;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.linli.loan.calculation.kernel.DayCount;
import org.linli.loan.calculation.kernel.RepaymentMethod;

/** Contracts are Chinese: numbers and terms as they are written there. */
final class Wording {
    /** Twelve is spoken 拾贰; on paper a digit could be put before it. */
    private static final Pattern LONELY_TEN = Pattern.compile("(?<![壹贰叁肆伍陆柒捌玖])拾");

    private static final int FEN_PER_JIAO = 10;
    private static final int FEN_PER_YUAN = 100;

    private Wording() {}

    /** {@code 50000.00} */
    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** 伍万元整: capital numerals cannot be altered with a stroke. */
    static String inWords(long fen) {
        long jiao = fen % FEN_PER_YUAN / FEN_PER_JIAO;
        long rest = fen % FEN_PER_JIAO;
        String yuan = capital(fen / FEN_PER_YUAN) + "元";
        if (jiao == 0 && rest == 0) {
            return yuan + "整";
        }
        String afterYuan = jiao == 0 ? "零" : capital(jiao) + "角";
        return yuan + afterYuan + (rest == 0 ? "整" : capital(rest) + "分");
    }

    private static String capital(long number) {
        String spelt = new RuleBasedNumberFormat(ULocale.SIMPLIFIED_CHINESE, RuleBasedNumberFormat.SPELLOUT)
                .format(number, "%spellout-cardinal-financial");
        return LONELY_TEN.matcher(spelt).replaceAll("壹拾");
    }

    static String of(RepaymentMethod method) {
        return switch (method) {
            case EQUAL_INSTALMENT -> "等额本息";
            case EQUAL_PRINCIPAL -> "等额本金";
            case INTEREST_ONLY -> "按月付息到期还本";
            case BULLET -> "利随本清";
        };
    }

    static String of(DayCount dayCount) {
        return switch (dayCount) {
            case D30_360 -> "每月按三十天、每年按三百六十天";
            case ACT_360 -> "按实际天数、每年按三百六十天";
            case ACT_365 -> "按实际天数、每年按三百六十五天";
        };
    }
}
