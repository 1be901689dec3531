package org.linli.merchant.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.starter.web.FieldProblem;
import tools.jackson.databind.json.JsonMapper;

/** A rule is read whole or not at all, and what is wrong is named by its place (rule M-5). */
class RuleReaderRules {
    private static final AudienceSettings SETTINGS = new AudienceSettings(180, 500, 100, 5, 200, 1_000, 20, 10, 3, 7);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static RuleReader.Read read(String rule) {
        return RuleReader.read(JSON.readTree(rule.replace('\'', '"')), "rule", SETTINGS, centre -> true);
    }

    private static List<String> wrong(String rule) {
        RuleReader.Read read = read(rule);
        assertThat(read.rule()).isNull();
        return read.problems().stream().map(FieldProblem::field).toList();
    }

    @Test
    void everyConditionIsRead() {
        assertThat(read("""
                        {'all': [
                          {'any': [{'field': 'gender', 'in': ['FEMALE']}, {'field': 'ageBand', 'in': ['25-34', '65+']}]},
                          {'not': {'field': 'tags', 'in': ['员工']}},
                          {'field': 'customerBound', 'is': true},
                          {'field': 'borrower', 'is': false},
                          {'field': 'branch', 'in': ['B01']},
                          {'field': 'claims', 'withinDays': 30, 'atLeast': 2, 'categories': ['餐饮', 'shopping']},
                          {'field': 'redemptions', 'withinDays': 7, 'atMost': 0},
                          {'field': 'favourites', 'merchants': ['m1']},
                          {'field': 'distance', 'withinMeters': 1500, 'branchId': 'B01'},
                          {'field': 'distance', 'withinMeters': 1500, 'point': {'lat': 30.2, 'lng': 120.1, 'crs': 'WGS84'}}
                        ]}""").problems()).isEmpty();
    }

    @Test
    void anUnknownFieldIsNamedByItsPlace() {
        assertThat(wrong("{'all': [{'field': 'claims', 'withinDay': 7}]}")).containsExactly("rule.all[0].withinDay");
        assertThat(wrong("{'field': 'income', 'atLeast': 1}")).containsExactly("rule.field");
        assertThat(wrong("{'all': [{'field': 'tags', 'in': ['a']}], 'any': []}"))
                .containsExactly("rule.any");
        assertThat(wrong("{'field': 'distance', 'withinMeters': 500, 'point': {'lat': 1, 'lng': 2, 'alt': 3}}"))
                .containsExactly("rule.point.alt");
        assertThat(wrong("{}")).containsExactly("rule.field");
        assertThat(wrong("[]")).containsExactly("rule");
    }

    @Test
    void aValueOutOfItsRangeIsNamedByItsPlace() {
        assertThat(wrong("{'field': 'claims', 'withinDays': 181}")).containsExactly("rule.withinDays");
        assertThat(wrong("{'field': 'claims', 'withinDays': 1.5}")).containsExactly("rule.withinDays");
        assertThat(wrong("{'field': 'claims', 'atLeast': 3, 'atMost': 2}")).containsExactly("rule.atMost");
        assertThat(wrong("{'not': {'field': 'gender', 'in': ['MALE', 'x']}}")).containsExactly("rule.not.in[1]");
        assertThat(wrong("{'field': 'gender'}")).containsExactly("rule.in");
        assertThat(wrong("{'field': 'customerBound', 'is': 'yes'}")).containsExactly("rule.is");
        assertThat(wrong("{'field': 'distance', 'withinMeters': 500}")).containsExactly("rule");
        assertThat(wrong("{'field': 'distance', 'withinMeters': 500, 'point': {'lat': 91, 'lng': 2}}"))
                .containsExactly("rule.point");
        assertThat(wrong("{'field': 'claims', 'categories': ['军火']}")).containsExactly("rule.categories[0]");
    }

    @Test
    void tooMuchIsRefusedWithoutReadingItAll() {
        String many = IntStream.range(0, 10_000)
                .mapToObj(i -> "{'field': 'nonsense'}")
                .collect(Collectors.joining(","));
        assertThat(wrong("{'all': [" + many + "]}")).containsExactly("rule.all");
        String values = IntStream.range(0, 10_000).mapToObj(i -> "'t" + i + "'").collect(Collectors.joining(","));
        assertThat(wrong("{'field': 'tags', 'in': [" + values + "]}")).containsExactly("rule.in");
        String wrongOnes =
                IntStream.range(0, 100).mapToObj(i -> "{'field': 'nonsense'}").collect(Collectors.joining(","));
        assertThat(wrong("{'all': [" + wrongOnes + "]}")).hasSize(20);
    }

    @Test
    void tooDeepANestingIsNamedWhereItBecomesTooDeep() {
        String deep = "{'not': ".repeat(5) + "{'field': 'customerBound', 'is': true}" + "}".repeat(5);
        assertThat(wrong(deep)).containsExactly("rule.not.not.not.not.not");
        String allowed = "{'not': ".repeat(4) + "{'field': 'customerBound', 'is': true}" + "}".repeat(4);
        assertThat(read(allowed).problems()).isEmpty();
    }

    @Test
    void conditionsAreCountedOverTheWholeRule() {
        String sixty = IntStream.range(0, 60)
                .mapToObj(i -> "{'field': 'customerBound', 'is': true}")
                .collect(Collectors.joining(","));
        assertThat(wrong("{'all': [{'any': [" + sixty + "]}, {'any': [" + sixty + "]}]}"))
                .hasSize(20)
                .first()
                .isEqualTo("rule.all[1].any[40]");
    }

    @Test
    void whatARuleNamesMustExist() {
        RuleReader.Read read = RuleReader.read(
                JSON.readTree("{\"field\":\"distance\",\"withinMeters\":500,\"branchId\":\"B99\"}"),
                "rule",
                SETTINGS,
                centre -> false);
        assertThat(read.problems()).extracting(FieldProblem::field).containsExactly("rule.branchId");
    }
}
