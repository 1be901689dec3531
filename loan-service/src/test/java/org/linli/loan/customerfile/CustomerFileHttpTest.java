package org.linli.loan.customerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.People;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** Customer files over HTTP. */
class CustomerFileHttpTest extends RunningService {
    private static final String FILES = "/api/v1/admin/customer-files";

    private final String branch = "C" + Ids.next();
    private final String path = "/hq/" + branch + "/";
    private final String manager = Tokens.staff("ACCOUNT_MANAGER", branch, path);

    @Autowired
    private MongoOperations mongo;

    @Test
    void a_file_is_opened_filled_and_read_masked() {
        String id = open("王小明", People.idNumber());
        http.post(FILES + "/" + id + "/members", manager, """
                {"relation":"SPOUSE","person":%s}""".formatted(People.person("李梅", People.idNumber())));
        http.put(FILES + "/" + id + "/finances", manager, """
                {"assets":[{"kind":"HOUSE","valueFen":30000000}],"debts":[{"kind":"BANK","amountFen":5000000,
                "monthlyFen":100000}],"monthlyIncomeFen":900000,"monthlyExpensesFen":300000}""");
        http.post(FILES + "/" + id + "/papers", manager, """
                {"kind":"LAND_CONTRACT","number":"TD20200001","validUntil":"2020-01-01"}""");
        Http.Answer file = http.get(FILES + "/" + id, manager);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body().at("/holder/name").asString()).isEqualTo("王*");
        assertThat(file.each("members", "name")).containsExactly("李*");
        assertThat(file.body().at("/finances/debtsFen").asLong()).isEqualTo(5_000_000);
        assertThat(file.body().at("/finances/monthlyRepaymentsFen").asLong()).isEqualTo(100_000);
        assertThat(file.each("papers", "number")).containsExactly("******0001");
        assertThat(file.each("papers", "expired")).containsExactly("true");
        assertThat(file.each("history", "what"))
                .containsExactly("OPENED", "MEMBER_ADDED", "FINANCES_STATED", "PAPER_ADDED");
    }

    @Test
    void nothing_personal_is_stored_in_the_clear() {
        String idNumber = People.idNumber();
        String phone = People.phone();
        String id = http.post(FILES, manager, People.household(path, """
                {"name":"司马光明","idNumber":"%s","phone":"%s","address":"幸福路12号"}""".formatted(idNumber, phone)))
                .text("id");
        String stored = String.valueOf(mongo.findById(id, org.bson.Document.class, CustomerFile.COLLECTION));
        assertThat(stored).contains("e2:").doesNotContain("司马光明", idNumber, phone, "幸福路");
    }

    @Test
    void someone_is_found_exactly_by_phone_or_identity_number_within_the_scope() {
        String idNumber = People.idNumber();
        String phone = People.phone();
        String id = http.post(FILES, manager, People.household(path, """
                {"name":"王","idNumber":"%s","phone":"%s"}""".formatted(idNumber, phone)))
                .text("id");
        String elsewhere = Tokens.staff("ACCOUNT_MANAGER", "none", "/hq/none/");
        for (String search : List.of("{\"phone\":\"+86 " + phone + "\"}", "{\"idNumber\":\"" + idNumber + "\"}")) {
            assertThat(http.post(FILES + "/searches", manager, search).each("items", "id"))
                    .containsExactly(id);
            assertThat(http.post(FILES + "/searches", elsewhere, search).each("items", "id"))
                    .isEmpty();
        }
        assertThat(http.post(FILES + "/searches", manager, "{}").problem()).isEqualTo("400 invalid-parameter");
    }

    @Test
    void another_branch_neither_reads_nor_changes_nor_opens_a_second_one() {
        String idNumber = People.idNumber();
        String id = open("王", idNumber);
        String elsewhere = Tokens.staff("ACCOUNT_MANAGER", "none", "/hq/none/");
        assertThat(http.get(FILES + "/" + id, elsewhere).problem()).isEqualTo("404 not-found");
        assertThat(http.post(FILES + "/" + id + "/papers", elsewhere, "{\"kind\":\"OTHER\",\"number\":\"12345\"}")
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(http.post(FILES, elsewhere, People.household(path, People.person("王", People.idNumber())))
                        .problem())
                .isEqualTo("403 forbidden");
        assertThat(http.post(FILES, elsewhere, People.household("/hq/none/", People.person("王", idNumber)))
                        .problem())
                .isEqualTo("409 customer-file-exists");
    }

    @Test
    void a_reveal_shows_what_was_asked_for_after_it_is_on_record() {
        String idNumber = People.idNumber();
        String id = open("王小明", idNumber);
        String holder =
                http.get(FILES + "/" + id, manager).body().at("/holder/id").asString();
        String body = """
                {"entryId":"%s","fields":["NAME","ID_NUMBER","PHONE"],"reason":"核对身份证件"}""".formatted(holder);
        long before = mongo.getCollection("audit_notes").countDocuments();
        Http.Answer shown = http.post(FILES + "/" + id + "/reveal", manager, body);
        assertThat(shown.text("NAME")).isEqualTo("王小明");
        assertThat(shown.text("ID_NUMBER")).isEqualTo(idNumber);
        assertThat(shown.body().has("PHONE")).isFalse();
        assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
        assertThat(mongo.getCollection("audit_notes").countDocuments()).isGreaterThan(before);
        assertThat(http.post(FILES + "/" + id + "/reveal", manager, body.replace("核对身份证件", ""))
                        .fields())
                .contains("reason");
        assertThat(http.post(FILES + "/" + id + "/reveal", manager, body.replace(holder, "other"))
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(http.post(FILES + "/" + id + "/reveal", Tokens.staff("AUDITOR", "hq", "/hq/"), body)
                        .problem())
                .isEqualTo("403 forbidden");
    }

    @Test
    void broken_files_are_refused_naming_the_field() {
        String id = open("王", People.idNumber());
        String finances = FILES + "/" + id + "/finances";
        assertThat(http.put(finances, manager, "{\"assets\":[],\"debts\":[{\"kind\":\"BANK\",\"amountFen\":-1}]}")
                        .fields())
                .containsExactly("debts[0].amountFen");
        String asset = "{\"kind\":\"STOCK\",\"valueFen\":1}";
        String many = "{\"debts\":[],\"assets\":[" + asset + ("," + asset).repeat(50) + "]}";
        assertThat(http.put(finances, manager, many).fields()).containsExactly("assets");
        assertThat(http.put(finances, manager, "{\"assets\":[],\"debts\":[],\"monthlyIncomeFen\":1.5}")
                        .status())
                .isEqualTo(400);
        assertThat(http.post(FILES, manager, People.household(path, People.person("王", "110105194912310021")))
                        .fields())
                .containsExactly("idNumber");
        assertThat(http.post(FILES, manager, People.household("hq", People.person("王", People.idNumber())))
                        .fields())
                .containsExactly("organisationPath");
    }

    @Test
    void the_same_person_twice_is_refused() {
        String idNumber = People.idNumber();
        String id = open("王", idNumber);
        assertThat(http.post(FILES + "/" + id + "/members", manager, """
                {"relation":"SPOUSE","person":%s}""".formatted(People.person("王", idNumber)))
                        .problem())
                .isEqualTo("422 duplicate-person");
    }

    @Test
    void an_owner_sees_the_file_of_the_own_merchant_and_no_other() {
        String merchant = merchantOf(branch, "APPROVED");
        String id = open("王小明", People.idNumber());
        assertThat(http.get("/api/v1/customer-files/mine", Tokens.owner(merchant))
                        .problem())
                .isEqualTo("404 not-found");
        String link = "{\"merchantId\":\"" + merchant + "\"}";
        assertThat(http.put(FILES + "/" + id + "/merchant", manager, link).status())
                .isEqualTo(200);
        assertThat(http.put(FILES + "/" + id + "/merchant", manager, link).status())
                .isEqualTo(200);
        Http.Answer own = http.get("/api/v1/customer-files/mine", Tokens.owner(merchant));
        assertThat(own.text("id")).isEqualTo(id);
        assertThat(own.body().at("/holder/name").asString()).isEqualTo("王*");
        assertThat(http.get("/api/v1/customer-files/mine", Tokens.owner(approvedMerchant()))
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(http.get(FILES + "/" + id, Tokens.owner(merchant)).problem()).isEqualTo("403 forbidden");
        String other = open("李", People.idNumber());
        assertThat(http.put(FILES + "/" + other + "/merchant", manager, link).problem())
                .isEqualTo("409 merchant-has-file");
        assertThat(http.put(
                                FILES + "/" + other + "/merchant",
                                manager,
                                "{\"merchantId\":\"" + merchantOf("B99", "APPROVED") + "\"}")
                        .problem())
                .isEqualTo("422 unknown-merchant");
    }

    @Test
    void a_business_file_lies_where_its_merchant_is() {
        String merchant = merchantOf(branch, "APPROVED");
        String body = """
                {"kind":"BUSINESS","businessName":"老街面馆","merchantId":"%s","holder":%s}""".formatted(merchant, People.person("王", People.idNumber()));
        assertThat(http.post(FILES, manager, body).text("organisationPath")).isEqualTo(path);
        assertThat(http.post(FILES, manager, body.replace("\"businessName\":\"老街面馆\",", ""))
                        .fields())
                .containsExactly("businessName");
        String mine =
                http.get("/api/v1/customer-files/mine", Tokens.owner(merchant)).text("kind");
        assertThat(mine).isEqualTo("BUSINESS");
    }

    @Test
    void the_list_is_paged_without_loss() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(open("王", People.idNumber()));
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            Http.Answer page = http.get(FILES + "?size=2" + (next.isEmpty() ? "" : "&after=" + next), manager);
            seen.addAll(page.each("items", "id"));
            next = page.text("next");
        } while (!next.isEmpty());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    private String open(String name, String idNumber) {
        Http.Answer opened = http.post(FILES, manager, People.household(path, People.person(name, idNumber)));
        assertThat(opened.status()).isEqualTo(201);
        return opened.text("id");
    }
}
