package org.linli.sandbox.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Made-up customers, by position only: the same ones every time. The first eight are the demo consumers, the next ones have the phones of the demo
 * merchants' people.
 */
final class DemoCustomers {
    static final int COUNT = 240;
    private static final int CONSUMERS = 8;
    private static final int LAST_OF_13800 = CONSUMERS + 128;

    private static final int REGION_OF_NOBODY = 990_000;

    private static final List<String> SURNAMES =
            List.of("赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "蒋", "沈", "韩", "杨", "朱", "欧阳");
    private static final List<String> GIVEN_NAMES = List.of(
            "晓明", "丽华", "建国", "秀英", "伟", "雨桐", "志强", "静", "海燕", "子轩", "春梅", "军", "思远", "雪", "文博", "玉兰", "浩然", "琳",
            "国栋");

    private DemoCustomers() {}

    static List<Customer> all() {
        return IntStream.rangeClosed(1, COUNT)
                .mapToObj(i -> new Customer(
                        Customer.numberOf(i),
                        new Identity(nameOf(i), idNumberOf(i), phoneOf(i)),
                        i % 3 == 0,
                        LocalDate.of(2010, 1, 1).plusDays(i * 23L % 5_000)))
                .toList();
    }

    /** Unique up to position 9,999. */
    static IdNumber idNumberOf(int position) {
        return IdNumber.of(
                REGION_OF_NOBODY + position,
                LocalDate.of(1960, 1, 1).plusDays(position * 131L % 16_000),
                position % 1_000);
    }

    private static String nameOf(int position) {
        return SURNAMES.get(position % SURNAMES.size()) + GIVEN_NAMES.get(position % GIVEN_NAMES.size());
    }

    private static String phoneOf(int position) {
        boolean of13900 = position <= CONSUMERS || position > LAST_OF_13800;
        return of13900
                ? String.format(Locale.ROOT, "139000%05d", position)
                : String.format(Locale.ROOT, "138000%05d", position - CONSUMERS);
    }
}
