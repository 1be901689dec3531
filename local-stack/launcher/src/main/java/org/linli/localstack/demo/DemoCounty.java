package org.linli.localstack.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A made-up county with 12 branches of two outlets each, 2,500 merchants and 400 loan applicants; every run makes the same. Nine merchants
 * of ten lie inside a service circle, the others outside of all. Places are in GCJ-02.
 */
public final class DemoCounty {
    public static final int MERCHANTS = 2_500;
    public static final int APPLICANTS = 400;

    private static final long SEED = 20_261_101;
    private static final double CENTRE_LAT = 28.4520;
    private static final double CENTRE_LNG = 119.9150;
    private static final double METERS_PER_DEGREE = 111_195;
    private static final LocalDate FOUNDED = LocalDate.of(2025, 1, 15);
    private static final List<String> TOWNS =
            List.of("城关", "清溪", "石门", "白云", "双桥", "龙泉湾", "茶园", "竹口", "松坡", "古渡", "枫林", "新塘");
    private static final List<String> FAMILIES =
            List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗");
    private static final List<String> GIVEN = List.of("记", "家", "师傅", "大姐", "老", "阿婆", "兄弟", "姐妹", "福", "兴", "顺", "鑫");
    private static final Map<String, List<String>> TRADES = trades();

    private DemoCounty() {}

    /** A bank branch; {@code id} is its organisation id too. */
    public record Branch(String id, String name, String address, double lat, double lng, int radiusMeters) {
        Map<String, Object> body() {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("id", id);
            body.put("name", name);
            body.put("address", address);
            body.put("point", point(lat, lng));
            body.put("radiusMeters", radiusMeters);
            body.put("offerReviewRequired", false);
            return body;
        }
    }

    /** A counter or a place with machines below a branch, as the import of organisations takes it. */
    public record Outlet(
            String id,
            String branchId,
            String name,
            String address,
            double lat,
            double lng,
            String hours,
            String machines) {
        Map<String, Object> body(long line) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("line", line);
            body.put("id", id);
            body.put("kind", "outlet");
            body.put("parentId", branchId);
            body.put("name", name);
            body.put("address", address);
            body.put("point", point(lat, lng));
            body.put("hours", hours);
            body.put("machines", machines);
            return body;
        }
    }

    /** A merchant as the import takes it. */
    public record Merchant(
            String externalId, String name, String category, String address, Branch near, double lat, double lng) {
        Map<String, Object> body(long line) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("line", line);
            body.put("externalId", externalId);
            body.put("name", name);
            body.put("category", category);
            body.put("address", address);
            body.put("point", point(lat, lng));
            body.put("offer", GeneratedOffer.of(externalId, category).body());
            return body;
        }
    }

    private static Map<String, Object> point(double lat, double lng) {
        return Map.of("lat", lat, "lng", lng, "crs", "GCJ02");
    }

    /** The first is the head town; the others lie on two rings around it. */
    public static List<Branch> branches() {
        SplittableRandom dice = new SplittableRandom(SEED);
        List<Branch> branches = new ArrayList<>();
        for (int i = 0; i < TOWNS.size(); i++) {
            double ring = i == 0 ? 0 : i % 2 == 0 ? 6_500 : 12_000;
            double angle = 2 * Math.PI * i / (TOWNS.size() - 1);
            double[] place = moved(CENTRE_LAT, CENTRE_LNG, ring, angle);
            String town = TOWNS.get(i);
            int radius = 2_000 + 250 * dice.nextInt(5);
            branches.add(new Branch(
                    String.format("B%02d", i + 1),
                    "清河农商银行" + town + "支行",
                    "清河县" + town + "镇中心街 " + (1 + dice.nextInt(200)) + " 号",
                    place[0],
                    place[1],
                    radius));
        }
        return branches;
    }

    /** Two below every branch: a counter in the market and machines that never close. */
    public static List<Outlet> outlets() {
        SplittableRandom dice = new SplittableRandom(SEED + 3);
        List<Outlet> outlets = new ArrayList<>();
        for (Branch branch : branches()) {
            String town = branch.name().replace("清河农商银行", "").replace("支行", "");
            outlets.add(outlet(branch, 1, town + "菜市场服务点", "Mo-Fr 08:30-17:00; Sa 09:00-12:00", "ATM:1;CRS:1", dice));
            outlets.add(outlet(branch, 2, town + "自助银行", "24/7", "ATM:2;CRS:1;VTM:1", dice));
        }
        return outlets;
    }

    private static Outlet outlet(
            Branch branch, int number, String name, String hours, String machines, SplittableRandom dice) {
        double[] place = moved(branch.lat(), branch.lng(), 300 + dice.nextInt(1_200), dice.nextDouble(2 * Math.PI));
        String street = number == 1 ? "市场路 " : "车站路 ";
        return new Outlet(
                branch.id() + "-" + number,
                branch.id(),
                "清河农商银行" + name,
                branch.address().replaceAll("中心街.*", "") + street + (1 + dice.nextInt(100)) + " 号",
                place[0],
                place[1],
                hours,
                machines);
    }

    public static List<Merchant> merchants() {
        SplittableRandom dice = new SplittableRandom(SEED + 1);
        List<Branch> branches = branches();
        List<String> categories = List.copyOf(TRADES.keySet());
        List<Merchant> merchants = new ArrayList<>();
        for (int i = 1; i <= MERCHANTS; i++) {
            // The first three belong to the demo logins: they sit in the first branch's circle.
            Branch near = i <= 3 ? branches.get(0) : branches.get(dice.nextInt(branches.size()));
            boolean inside = i <= 3 || dice.nextInt(10) > 0;
            double reach = inside ? near.radiusMeters() * Math.sqrt(dice.nextDouble()) * 0.98 : 3_200;
            double[] place = moved(near.lat(), near.lng(), reach, dice.nextDouble(2 * Math.PI));
            String category = categories.get(dice.nextInt(categories.size()));
            List<String> trades = TRADES.getOrDefault(category, List.of());
            String name = FAMILIES.get(dice.nextInt(FAMILIES.size()))
                    + GIVEN.get(dice.nextInt(GIVEN.size()))
                    + trades.get(dice.nextInt(trades.size()));
            String address = near.address().replaceAll("中心街.*", "") + "人民路 " + (1 + dice.nextInt(400)) + " 号";
            merchants.add(
                    new Merchant(String.format("demo-%04d", i), name, category, address, near, place[0], place[1]));
        }
        return merchants;
    }

    /** Loan applications of merchants 4 to 403; {@code merchantIds} by their external id. */
    public static List<Map<String, Object>> applications(List<Merchant> merchants, Map<String, String> merchantIds) {
        SplittableRandom dice = new SplittableRandom(SEED + 2);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Merchant merchant : merchants.subList(3, 3 + APPLICANTS)) {
            long yuan = 5_000L * (1 + dice.nextInt(60));
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("line", (long) rows.size() + 1);
            row.put("externalId", "demo-loan-" + merchant.externalId());
            row.put("merchantId", merchantIds.get(merchant.externalId()));
            row.put("branchId", merchant.near().id());
            row.put("organisationPath", "/hq/" + merchant.near().id() + "/");
            row.put("productCode", "MICRO");
            row.put("amountFen", yuan * 100);
            row.put("termMonths", 3 + dice.nextInt(22));
            row.put("purpose", "进货周转");
            row.put("businessStartedOn", FOUNDED.minusMonths(dice.nextInt(100)).toString());
            row.put("merchantName", merchant.name());
            rows.add(row);
        }
        return rows;
    }

    private static double[] moved(double lat, double lng, double meters, double angle) {
        double north = meters * Math.cos(angle) / METERS_PER_DEGREE;
        double east = meters * Math.sin(angle) / (METERS_PER_DEGREE * Math.cos(Math.toRadians(lat)));
        return new double[] {round(lat + north), round(lng + east)};
    }

    /** Six decimals, a tenth of a metre: what a phone tells. */
    private static double round(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    private static Map<String, List<String>> trades() {
        Map<String, List<String>> trades = new LinkedHashMap<>();
        trades.put("餐饮", List.of("面馆", "土菜馆", "早餐店", "火锅", "烧烤", "茶楼"));
        trades.put("购物", List.of("超市", "水果店", "五金店", "服装店", "粮油店"));
        trades.put("生活服务", List.of("理发店", "洗衣店", "家政", "照相馆", "修车行"));
        trades.put("运动休闲", List.of("健身房", "棋牌室", "羽毛球馆", "采摘园"));
        trades.put("住宿", List.of("客栈", "农家乐", "旅馆"));
        return trades;
    }
}
