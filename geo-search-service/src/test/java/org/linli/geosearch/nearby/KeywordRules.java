package org.linli.geosearch.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.geosearch.fixtures.Http;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.geosearch.projection.Feed;
import tools.jackson.databind.JsonNode;

/** Rule G-3, keywords: as people type them. */
class KeywordRules {
    private static final Http HTTP = RunningService.shared().http();
    private static final double LAT = 24.5;
    private static final double LNG = 108.5;

    @BeforeAll
    static void some_shops() {
        shop("k1", "张记重庆老火锅", "双人餐八折");
        shop("k2", "Costa Coffee", "第二杯半价");
        shop("k3", "一蘭ラーメン", "豚骨拉面特价");
        shop("k4", "麦当劳", "火锅鸡翅买一送一");
        shop("k5", "绿叶旅行社", "周末女装节");
    }

    private static void shop(String id, String name, String title) {
        Feed.apply(
                RunningService.shared(),
                Samples.aMerchant(id).named(name).in("其他").at(LAT, LNG).event(1),
                Samples.anOffer(id + "o", id).titled(title).of("GIFT", "其他").event(1));
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "火锅, k1 k4",
        "重庆, k1",
        "huoguo, k1 k4",
        "huog, k1 k4",
        "hg, k1 k4",
        "HG, k1 k4",
        "chongqing, k1",
        "cqlhg, k1",
        "hg 重庆, k1",
        "hg重庆, k1",
        "火guo, k1 k4",
        "火鍋, k1 k4",
        "重慶老火鍋, k1",
        "ｈｕｏｇｕｏ, k1 k4",
        "coffee, k2",
        "ＣＯＦＦＥＥ, k2",
        "らーめん, k3",
        "ラーメン, k3",
        "ﾗｰﾒﾝ, k3",
        "一兰, k3",
        "mdl, k4",
        "maidanglao, k4",
        "lvye, k5",
        "lüye, k5",
        "nvzhuang, k5"
    })
    void what_is_typed_finds_what_is_meant(String typed, String expected) {
        assertThat(found(typed)).containsExactlyInAnyOrder(expected.split(" "));
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "火过, k1 k4",
        "huoguu, k1 k4",
        "huogou, k1 k4",
        "uoguo, k1 k4",
        "cofee, k2",
        "coffea, k2",
        "麦当老, k4",
        "麦大劳, k4",
        "重床老火锅, k1"
    })
    void one_error_is_forgiven_when_nothing_else_is_found(String typed, String expected) {
        assertThat(found(typed)).containsExactlyInAnyOrder(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"h", "锅火", "kafei", "xyzzy", "huooguu", "火锅 咖啡"})
    void what_nobody_offers_is_not_found(String typed) {
        assertThat(found(typed)).isEmpty();
    }

    @Test
    void an_exact_word_is_not_joined_by_similar_ones() {
        assertThat(found("拉面")).containsExactly("k3");
    }

    @Test
    void the_best_fit_comes_first() {
        List<String> ids = HTTP.offers("lat", LAT, "lng", LNG, "q", "火锅", "sort", "relevance")
                .ids("merchantId");

        // k4 has it in the offer's title, k1 in the merchant's name.
        assertThat(ids).containsExactly("k4", "k1");
    }

    @Test
    void pages_by_relevance_neither_skip_nor_repeat() {
        List<JsonNode> all = HTTP.allPages("offers", "lat", LAT, "lng", LNG, "q", "hg", "sort", "relevance", "size", 1);

        assertThat(all).extracting(item -> item.get("merchantId").asString()).containsExactlyInAnyOrder("k1", "k4");
    }

    @Test
    void pages_of_a_forgiven_error_go_on_forgiving() {
        List<JsonNode> all = HTTP.allPages("offers", "lat", LAT, "lng", LNG, "q", "huoguu", "size", 1);

        assertThat(all).hasSize(2);
    }

    @Test
    void suggestions_name_categories_merchants_and_offers() {
        assertThat(suggested("can")).containsExactly("OFFER 双人餐八折");
        assertThat(suggested("xyzzy")).isEmpty();
        assertThat(suggested("餐")).contains("CATEGORY 餐饮");
        assertThat(suggested("din")).contains("CATEGORY 餐饮");
        assertThat(suggested("cost")).containsExactly("MERCHANT Costa Coffee", "OFFER 第二杯半价");
        assertThat(suggested("hg")).contains("OFFER 火锅鸡翅买一送一", "MERCHANT 张记重庆老火锅");
    }

    private static List<String> suggested(String typed) {
        return HTTP
                .get("/api/v1/nearby/suggestions?lat=" + LAT + "&lng=" + LNG + "&q="
                        + java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8))
                .items()
                .stream()
                .map(item ->
                        item.get("kind").asString() + " " + item.get("text").asString())
                .toList();
    }

    private static List<String> found(String typed) {
        return HTTP.offers("lat", LAT, "lng", LNG, "q", typed).ids("merchantId");
    }
}
