package org.linli.localstack.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** An offer made up for a merchant that comes without one; the same merchant always gets the same. */
public record GeneratedOffer(Map<String, Object> body) {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Map<String, List<String>> GOODS = Map.of(
            "餐饮", List.of("招牌套餐", "双人餐", "小炒", "特色面食"),
            "购物", List.of("全场商品", "日用百货", "当季新品", "农家土产"),
            "生活服务", List.of("到店服务", "洗护套餐", "理发", "家政服务"),
            "运动休闲", List.of("单次体验", "月卡", "场地预订", "亲子票"),
            "住宿", List.of("标准间", "周末房", "连住两晚", "家庭房"));
    private static final List<String> GIFTS = List.of("时令水果一份", "饮料一瓶", "环保布袋一个", "小菜一碟");

    /** @param seed the merchant's identity */
    public static GeneratedOffer of(String seed, String category) {
        SplittableRandom dice = new SplittableRandom(seed.hashCode() * 31L + category.hashCode());
        List<String> goods = GOODS.getOrDefault(category, List.of("全场商品", "到店服务"));
        String item = goods.get(dice.nextInt(goods.size()));
        Map<String, Object> body = new LinkedHashMap<>();
        switch (dice.nextInt(4)) {
            case 0 -> percent(body, item, 5 * (1 + dice.nextInt(8)));
            case 1 -> cashOff(body, 20L + 10L * dice.nextInt(15), dice.nextInt(5, 16));
            case 2 -> fixedPrice(body, item, dice.nextLong(990, 19_900) / 10 * 10, dice.nextInt(20, 60));
            default -> {
                body.put("kind", "GIFT");
                body.put("title", "到店即赠" + GIFTS.get(dice.nextInt(GIFTS.size())));
            }
        }
        LocalDate today = LocalDate.now(SHANGHAI);
        body.put("category", category);
        body.put("validFrom", startOf(today));
        body.put("validUntil", startOf(today.plusDays(90)));
        body.put("stock", 20 + dice.nextInt(481));
        body.put("perPersonLimit", 1 + dice.nextInt(3));
        body.put("terms", "每人限用，以到店核销为准。");
        return new GeneratedOffer(body);
    }

    private static String startOf(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atStartOfDay(SHANGHAI));
    }

    private static void percent(Map<String, Object> body, String item, int percentOff) {
        body.put("kind", "PERCENT");
        body.put("percentOff", percentOff);
        int tenths = 100 - percentOff;
        body.put("title", item + (tenths % 10 == 0 ? tenths / 10 + "折" : tenths + "折"));
    }

    private static void cashOff(Map<String, Object> body, long thresholdYuan, int percent) {
        long offYuan = Math.max(1, thresholdYuan * percent / 100);
        body.put("kind", "CASH_OFF");
        body.put("thresholdFen", thresholdYuan * 100);
        body.put("offFen", offYuan * 100);
        body.put("title", "满" + thresholdYuan + "减" + offYuan);
    }

    private static void fixedPrice(Map<String, Object> body, String item, long listPriceFen, int percentOff) {
        long priceFen = listPriceFen * (100 - percentOff) / 100;
        body.put("kind", "FIXED_PRICE");
        body.put("listPriceFen", listPriceFen);
        body.put("priceFen", priceFen);
        body.put("title", "特价" + item + " " + priceFen / 100 + "." + String.format("%02d", priceFen % 100) + " 元");
    }
}
