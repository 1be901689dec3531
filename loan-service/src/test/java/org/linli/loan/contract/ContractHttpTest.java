package org.linli.loan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.loan.ApprovedFixture;
import org.linli.loan.Http;
import org.linli.loan.LendingService;
import org.linli.loan.Tokens;
import org.linli.loan.application.Stage;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Contracts over HTTP: prepared, printed, signed at a platform with bad days. */
class ContractHttpTest extends LendingService {
    private static final String SIGNS = "13900000001";

    @Autowired
    MongoTemplate mongo;

    @AfterEach
    void platformIsBack() {
        BANK.signingDown(false);
    }

    @Test
    void the_contract_is_printed_in_chinese_with_what_was_approved() throws IOException {
        Case of = prepared(ApprovedFixture.loan(), SIGNS);
        Http.Answer contract = http.get(CASES + of.id() + "/contract", manager);
        assertThat(contract.each("documents", "kind"))
                .containsExactly("MAIN_CONTRACT", "GUARANTEE_CONTRACT", "REPAYMENT_SCHEDULE", "SUNSHINE_DISCLOSURE");
        assertThat(contract.each("signatories", "name")).containsExactly("王**", "李**", "邻里农村商业银行股份有限公司");
        List<String> documents = contract.each("documents", "id");
        assertThat(textOf(of, documents.get(0)))
                .contains("借款合同", "借款人：王小明", "证件号码：990001196005110018")
                .contains("伍万元整（50000.00 元）", "借款用途：进货", "年利率 9.6%", "等额本息")
                .contains("账号：" + of.account());
        assertThat(textOf(of, documents.get(1))).contains("保证人：李大力", "借款人 王小明");
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        assertThat(textOf(of, documents.get(2)))
                .contains("还款计划表")
                .containsAnyOf(
                        "12 " + today.plusMonths(12), "12 " + today.minusDays(1).plusMonths(12));
        assertThat(textOf(of, documents.get(3))).contains("阳光告知书", "您可以随时撤回申请");
    }

    @Test
    void people_are_in_the_papers_and_nowhere_else() {
        Case of = prepared(ApprovedFixture.loan(), SIGNS);
        signed(of, manager);
        String stored = String.valueOf(mongo.findById(of.id(), Document.class, "contracts"))
                + mongo.find(
                        Query.query(Criteria.where("_id").regex("^" + of.id())), Document.class, "contract_documents")
                + mongo.findById(of.id(), Document.class, "loan_applications");
        assertThat(stored)
                .doesNotContain("王小明")
                .doesNotContain("990001196005110018")
                .doesNotContain(of.account());
        assertThat(http.get(CASES + of.id() + "/contract", manager).body().toString())
                .doesNotContain("王小明")
                .doesNotContain(of.account());
    }

    @Test
    void the_borrower_reads_his_own_contract_and_nobody_elses() {
        Case of = prepared(ApprovedFixture.loan(), SIGNS);
        String path = "/api/v1/loan-applications/" + of.id() + "/contract";
        Http.Answer own = http.get(path, Tokens.owner(of.merchantId()));
        assertThat(own.text("status")).isEqualTo("PREPARED");
        String document = path + "/documents/" + own.each("documents", "id").get(0);
        assertThat(http.download(document, Tokens.owner(of.merchantId()))).startsWith("%PDF".getBytes());
        assertThat(http.get(path, Tokens.owner(approvedMerchant())).problem()).isEqualTo("404 not-found");
        assertThat(http.get(document, Tokens.owner(approvedMerchant())).problem())
                .isEqualTo("404 not-found");
        assertThat(http.get(path + "/documents/00ff", Tokens.owner(of.merchantId()))
                        .problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void when_everyone_has_signed_the_case_goes_on_to_its_money() {
        Case of = signed(ApprovedFixture.loan());
        Http.Answer contract = http.get(CASES + of.id() + "/contract", manager);
        assertThat(contract.text("status")).isEqualTo("SIGNED");
        assertThat(http.post(CASES + of.id() + "/contract", manager, contractForm(of, SIGNS))
                        .problem())
                .as("edited after signing")
                .isEqualTo("409 wrong-stage");
    }

    @Test
    void a_refusal_is_seen_and_the_contract_prepared_anew() {
        BANK.signatory("13900000102", "REFUSED");
        Case of = prepared(ApprovedFixture.loan(), "13900000102");
        http.post(CASES + of.id() + "/contract/signing", manager, "");
        awaitContract(of, "REFUSED");
        Http.Answer anew = http.post(CASES + of.id() + "/contract", manager, contractForm(of, SIGNS));
        assertThat(anew.text("edition")).isEqualTo("2");
        signed(of, manager);
    }

    @Test
    void a_platform_that_is_away_is_asked_again_until_it_answers() {
        Case of = prepared(ApprovedFixture.loan(), SIGNS);
        BANK.signingDown(true);
        Http.Answer waiting = http.post(CASES + of.id() + "/contract/signing", manager, "");
        assertThat(waiting.text("status")).isEqualTo("SIGNING");
        assertThat(waiting.text("trouble")).isEqualTo("signing-unavailable");
        BANK.signingDown(false);
        await().atMost(Duration.ofSeconds(20)).until(() -> stageOf(of.id()) == Stage.DISBURSEMENT);
    }

    @Test
    void without_an_approval_or_after_its_end_nothing_is_prepared() {
        Case of = approved(ApprovedFixture.under(
                ApprovedFixture.loan(), List.of(), LocalDate.now().minusDays(2)));
        assertThat(http.post(CASES + of.id() + "/contract", manager, contractForm(of, SIGNS))
                        .problem())
                .isEqualTo("422 approval-lapsed");
        Case none = approved(ApprovedFixture.loan());
        ApprovedFixture.forget(none.id());
        assertThat(http.post(CASES + none.id() + "/contract", manager, contractForm(none, SIGNS))
                        .problem())
                .isEqualTo("422 not-approved");
    }

    @Test
    void names_that_cannot_be_printed_and_broken_forms_are_refused() {
        Case of = approved(ApprovedFixture.loan());
        String good = contractForm(of, SIGNS);
        String path = CASES + of.id() + "/contract";
        assertThat(http.post(path, manager, good.replace("王小明", "王😀")).problem())
                .isEqualTo("422 unprintable-text");
        assertThat(http.post(path, manager, good.replace(of.account(), "12")).fields())
                .containsExactly("payee.accountNumber");
        assertThat(http.post(path, manager, good.replace("990001196005110018", "x"))
                        .fields())
                .contains("borrower.idNumber");
        assertThat(http.post(path, manager, "{}").problem()).isEqualTo("400 invalid-parameter");
        assertThat(http.post(path, manager, "{").problem()).isEqualTo("400 malformed-body");
    }

    @Test
    void another_branch_an_owner_and_the_borrowers_own_manager_prepare_nothing() {
        Case of = approved(ApprovedFixture.loan());
        String path = CASES + of.id() + "/contract";
        String form = contractForm(of, SIGNS);
        String elsewhere = Tokens.staff("ACCOUNT_MANAGER", "/hq/B02/", "manager-9", Map.of());
        assertThat(http.post(path, elsewhere, form).problem()).isEqualTo("404 not-found");
        assertThat(http.post(path, Tokens.owner(of.merchantId()), form).problem())
                .isEqualTo("403 forbidden");
        String aunt = Tokens.staff("ACCOUNT_MANAGER", "/hq/B01/", "aunt", Map.of("related", of.merchantId()));
        assertThat(http.post(path, aunt, form).problem()).isEqualTo("422 four-eyes-conflict");
        assertThat(http.get(path, manager).problem()).isEqualTo("404 not-found");
        assertThat(http.post(path + "/signing", manager, "").problem()).isEqualTo("404 not-found");
        assertThat(http.get(CASES + Ids.next() + "/contract", manager).problem())
                .isEqualTo("404 not-found");
    }

    private void awaitContract(Case of, String status) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> http.get(CASES + of.id() + "/contract", manager)
                        .text("status")
                        .equals(status));
    }

    private String textOf(Case of, String document) throws IOException {
        byte[] pdf = http.download(CASES + of.id() + "/contract/documents/" + document, manager);
        try (PDDocument opened = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(opened);
        }
    }
}
