package org.linli.loan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.linli.loan.ApprovedFixture;
import org.linli.loan.LendingService;
import org.linli.loan.application.CaseMove;
import org.linli.loan.application.Stage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** What somebody might do to a contract between its printing and the money. */
class ContractAttackTest extends LendingService {
    private static final String SIGNS = "13900000001";

    @Autowired
    MongoTemplate mongo;

    @Test
    void papers_that_were_swapped_at_the_platform_are_noticed() {
        BANK.signatory("13900000103", "PENDING");
        Case of = prepared(ApprovedFixture.loan(), "13900000103");
        http.post(CASES + of.id() + "/contract/signing", manager, "");
        BANK.swapDocuments(of.id() + "-S1");
        BANK.signatory("13900000103", "SIGNED");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> http.get(CASES + of.id() + "/contract", manager)
                        .text("trouble")
                        .equals("other-documents"));
        assertThat(stageOf(of.id())).isEqualTo(Stage.CONTRACT);
    }

    @Test
    void a_paper_that_was_altered_in_the_store_stops_the_money() {
        Case of = signed(ApprovedFixture.loan());
        Criteria ofCase = Criteria.where("_id").regex("^" + of.id() + "/");
        Document one = mongo.findOne(Query.query(ofCase), Document.class, "contract_documents");
        Case other = prepared(ApprovedFixture.loan(), SIGNS);
        Document foreign = mongo.findOne(
                Query.query(Criteria.where("_id").regex("^" + other.id() + "/")), Document.class, "contract_documents");
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(one.getString("_id"))),
                Update.update("sealedContent", foreign.getString("sealedContent")),
                "contract_documents");
        assertThat(disburse(of, clerk).status()).isNotEqualTo(200);
        mongo.remove(Query.query(Criteria.where("_id").is(one.getString("_id"))), "contract_documents");
        assertThat(disburse(of, clerk).each("errors", "code")).containsExactly("contract-altered");
        assertThat(BANK.booked(of.account(), "DISBURSEMENT")).isEmpty();
    }

    @Test
    void taken_back_before_the_borrower_signs_and_never_after() {
        BANK.signatory("13900000104", "PENDING");
        Case early = prepared(ApprovedFixture.loan(), "13900000104");
        http.post(CASES + early.id() + "/contract/signing", manager, "");
        assertThat(cases.move(early.id(), Stage.WITHDRAWN, "person-1")).isInstanceOf(CaseMove.Moved.class);
        awaitContract(early, "CANCELLED");

        BANK.signatory("13900000105", "PENDING");
        Case late = approved(ApprovedFixture.loan());
        String form = contractForm(late, SIGNS).replace("13900000002", "13900000105");
        http.post(CASES + late.id() + "/contract", manager, form);
        http.post(CASES + late.id() + "/contract/signing", manager, "");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !http.get(CASES + late.id() + "/contract", manager)
                        .body()
                        .path("signatories")
                        .get(0)
                        .path("signedAt")
                        .isNull());
        assertThat(cases.move(late.id(), Stage.WITHDRAWN, "person-1")).isInstanceOf(CaseMove.NoWay.class);
    }

    @Test
    void while_it_is_being_signed_nothing_is_edited() {
        BANK.signatory("13900000101", "PENDING");
        Case of = prepared(ApprovedFixture.loan(), "13900000101");
        assertThat(http.post(CASES + of.id() + "/contract/signing", manager, "").text("status"))
                .isEqualTo("SIGNING");
        assertThat(http.post(CASES + of.id() + "/contract", manager, contractForm(of, SIGNS))
                        .problem())
                .isEqualTo("409 contract-not-open");
        assertThat(stageOf(of.id())).isEqualTo(Stage.CONTRACT);
    }

    private void awaitContract(Case of, String status) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> http.get(CASES + of.id() + "/contract", manager)
                        .text("status")
                        .equals(status));
    }
}
