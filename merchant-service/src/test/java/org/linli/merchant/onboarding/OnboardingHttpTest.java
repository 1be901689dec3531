package org.linli.merchant.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.linli.merchant.AuditedHttpTest;
import org.linli.merchant.Callers;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

class OnboardingHttpTest extends AuditedHttpTest {
    private static final String MERCHANTS = "/api/v1/merchants";
    private static final String ADMIN = "/api/v1/admin/merchants/";

    @Autowired
    MongoTemplate template;

    @Test
    void anApplicantIsAnsweredWithAnApplication() throws Exception {
        tell(MERCHANTS, Callers.applicant("a1"), application())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.status").value("APPLIED"))
                .andExpect(jsonPath("$.branchId").exists())
                .andExpect(jsonPath("$.contactPhone").value("138****1234"));
    }

    @Test
    void aLicenceIsRegisteredOnce() throws Exception {
        Map<String, Object> form = application();
        tell(MERCHANTS, Callers.applicant("a2"), form).andExpect(status().isCreated());
        refused(tell(MERCHANTS, Callers.applicant("a2"), form), 409, "licence-already-registered");
        refused(tell(MERCHANTS, Callers.applicant("a3"), form), 409, "licence-already-registered");
    }

    @Test
    void theSameKeyAppliesOnceAndAnswersTheSame() throws Exception {
        Map<String, Object> form = application();
        String key = Ids.next();
        String first = tell(MERCHANTS, Callers.applicant("a4"), key, form)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        ResultActions again = tell(MERCHANTS, Callers.applicant("a4"), key, form);
        again.andExpect(status().isCreated());
        assertThat(json.readTree(again.andReturn().getResponse().getContentAsString()))
                .isEqualTo(json.readTree(first));
        form.put("name", "另一家");
        refused(tell(MERCHANTS, Callers.applicant("a4"), key, form), 422, "idempotency-key-reused");
    }

    @Test
    void aRejectedApplicantMayTryAgainWithTheSameLicence() throws Exception {
        Map<String, Object> form = application();
        String id =
                body(tell(MERCHANTS, Callers.applicant("a5"), form)).path("id").asString();
        decide(id, "rejection", "照片不清").andExpect(jsonPath("$.status").value("REJECTED"));
        tell(MERCHANTS, Callers.applicant("a5"), form)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").value(id))
                .andExpect(jsonPath("$.status").value("APPLIED"));
    }

    @Test
    void whoOwnsAMerchantDoesNotApplyForAnother() throws Exception {
        refused(tell(MERCHANTS, Callers.owner(approvedMerchant()), application()), 409, "already-a-merchant");
    }

    @Test
    void badFieldsAreNamed() throws Exception {
        Map<String, Object> form = application();
        form.put("licenceNumber", "91350100M000100Y44");
        form.put("category", "火箭");
        form.put("point", Map.of("lat", 91, "lng", 120));
        ResultActions answer = tell(MERCHANTS, Callers.applicant("a6"), form);
        refused(answer, 400, "invalid-parameter");
        for (String field : new String[] {"licenceNumber", "category", "point.lat"}) {
            answer.andExpect(jsonPath("$.errors[*].field").value(hasItem(field)));
        }
    }

    @Test
    void anUnknownCoordinateSystemIsRefused() throws Exception {
        Map<String, Object> form = application();
        form.put("point", Map.of("lat", 30, "lng", 120, "crs", "MARS"));
        refused(tell(MERCHANTS, Callers.applicant("a7"), form), 400, "malformed-body");
    }

    @Test
    void aWgs84PointIsStoredNormalisedAndAnsweredInTheSystemAskedFor() throws Exception {
        Map<String, Object> form = application();
        form.put("point", Map.of("lat", 30.247994, "lng", 120.186413, "crs", "WGS84"));
        String id =
                body(tell(MERCHANTS, Callers.applicant("a8"), form)).path("id").asString();
        decide(id, "approval", null);
        mvc.perform(get(MERCHANTS + "/" + id))
                .andExpect(jsonPath("$.point.crs").value("GCJ02"))
                .andExpect(jsonPath("$.point.lat").value(closeTo(30.245597, 0.00002)));
        mvc.perform(get(MERCHANTS + "/" + id + "?crs=WGS84"))
                .andExpect(jsonPath("$.point.lat").value(closeTo(30.247994, 0.000001)));
        refused(mvc.perform(get(MERCHANTS + "/" + id + "?crs=MARS")), 400, "invalid-parameter");
    }

    @Test
    void thePublicSeesApprovedMerchantsWithoutContactData() throws Exception {
        String id = appliedMerchant();
        refused(mvc.perform(get(MERCHANTS + "/" + id)), 404, "not-found");
        decide(id, "approval", null).andExpect(status().isOk());
        mvc.perform(get(MERCHANTS + "/" + id))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("老街面馆"))
                .andExpect(jsonPath("$.contactPhone").doesNotExist())
                .andExpect(jsonPath("$.licenceNumber").doesNotExist());
        decide(id, "suspension", "投诉").andExpect(status().isOk());
        refused(mvc.perform(get(MERCHANTS + "/" + id)), 404, "not-found");
    }

    @Test
    void anOwnerSeesAndChangesTheirOwn() throws Exception {
        String id = approvedMerchant();
        String tag = ask(MERCHANTS + "/mine", Callers.owner(id))
                .andExpect(jsonPath("$.contactPhone").value("13800001234"))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        change(id, tag, "新名字").andExpect(status().isOk()).andExpect(header().exists("ETag"));
        refused(change(id, tag, "再改"), 412, "stale-version");
        change(id, null, "不带版本").andExpect(jsonPath("$.name").value("不带版本"));
    }

    @Test
    void stateConflictsAreNamed() throws Exception {
        String id = approvedMerchant();
        refused(decide(id, "approval", null), 409, "illegal-state");
        refused(decide(id, "rejection", "晚了"), 409, "illegal-state");
    }

    @Test
    void nobodyDecidesOnTheirOwnCase() throws Exception {
        String person = Ids.next();
        String id = body(tell(MERCHANTS, Callers.applicant(person), application()))
                .path("id")
                .asString();
        for (String decision : new String[] {"approval", "rejection", "suspension"}) {
            var refused = tell(
                    ADMIN + id + "/" + decision,
                    Callers.staff(BRANCH_HEAD, "/hq/", person),
                    decision.equals("approval") ? null : Map.of("reason", "理由充分"));
            refused(refused, 422, "four-eyes-conflict");
            refused.andExpect(jsonPath("$.errors[0].code").value("own-case"))
                    .andExpect(jsonPath("$.errors[0].detail").value("不能审批本人的事项。"))
                    .andExpect(jsonPath("$.errors[0].rule").value("P-2"));
        }
    }

    @Test
    void nobodyDecidesOnARelativesBusiness() throws Exception {
        String id = appliedMerchant();
        var relative = Callers.staff(BRANCH_HEAD, "/hq/", "aunt", Map.of("related", "other " + id));
        ResultActions refused = tell(ADMIN + id + "/approval", relative, null);
        refused(refused, 422, "four-eyes-conflict");
        refused.andExpect(jsonPath("$.errors[0].code").value("relative"));
        tell(ADMIN + id + "/approval", Callers.staff(BRANCH_HEAD, "/hq/", "aunt", Map.of("related", "other")), null)
                .andExpect(status().isOk());
    }

    @Test
    void contactsAreStoredEncryptedAndShownInFullForAReason() throws Exception {
        String id = appliedMerchant();
        assertThat(template.findById(id, Document.class, "merchants").toJson()).doesNotContain("13800001234", "王小明");
        var manager = Callers.staff("ACCOUNT_MANAGER", "/hq/", "manager-" + id);
        ask(ADMIN + id, manager).andExpect(jsonPath("$.contactPhone").value("138****1234"));

        tell(ADMIN + id + "/reveal", manager, Map.of("fields", List.of("contactPhone"), "reason", "上门核实地址"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.contactPhone").value("13800001234"))
                .andExpect(jsonPath("$.contactName").doesNotExist())
                .andExpect(header().string("Cache-Control", "no-store"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rowsAbout(id)).anySatisfy(row -> {
                    assertThat(row.action()).isEqualTo("merchant-contact-revealed");
                    assertThat(row.actor().subject()).isEqualTo("manager-" + id);
                    assertThat(row.reason()).isEqualTo("上门核实地址");
                    assertThat(row.after()).containsEntry("fields", "[contactPhone]");
                }));
        assertThat(rowsAbout(id)).noneMatch(row -> row.toString().contains("13800001234"));
    }

    /** Rule P-4: access to the store alone makes no contact another merchant's, and no name a phone. */
    @Test
    void contactsSwappedInTheStoreAreRefused() throws Exception {
        String one = appliedMerchant();
        String other = appliedMerchant();
        Map<String, Object> asked = Map.of("fields", List.of("contactPhone"), "reason", "上门核实地址");
        var head = Callers.staff(BRANCH_HEAD, "/hq/");
        tell(ADMIN + one + "/reveal", head, asked).andExpect(status().isOk());
        overwrite(one, "sealedPhone", sealed(other, "sealedPhone"));
        refused(tell(ADMIN + one + "/reveal", head, asked), 500, "data-unreadable");
        overwrite(other, "sealedPhone", sealed(other, "sealedName"));
        refused(tell(ADMIN + other + "/reveal", head, asked), 500, "data-unreadable");
    }

    private String sealed(String merchantId, String field) {
        return template.findById(merchantId, Document.class, "merchants")
                .get("sealedContact", Document.class)
                .getString(field);
    }

    private void overwrite(String merchantId, String field, String value) {
        template.updateFirst(
                Query.query(Criteria.where("_id").is(merchantId)),
                Update.update("sealedContact." + field, value),
                "merchants");
    }

    @Test
    void aRevealNeedsFieldsAndAReason() throws Exception {
        String id = appliedMerchant();
        var head = Callers.staff(BRANCH_HEAD, "/hq/");
        String reveal = ADMIN + id + "/reveal";
        refused(tell(reveal, head, Map.of("fields", List.of(), "reason", "上门核实地址")), 400, "invalid-parameter");
        refused(tell(reveal, head, Map.of("fields", List.of("contactName"), "reason", "看看")), 400, "invalid-parameter");
        refused(tell(reveal, head, Map.of("fields", List.of("ownerId"), "reason", "上门核实地址")), 400, "malformed-body");
        refused(
                tell(ADMIN + "nobody/reveal", head, Map.of("fields", List.of("contactName"), "reason", "上门核实地址")),
                404,
                "not-found");
    }

    @Test
    void staffOfAnotherBranchFindNothing() throws Exception {
        String id = appliedMerchant();
        var elsewhere = Callers.staff(BRANCH_HEAD, "/hq/elsewhere/");
        refused(tell(ADMIN + id + "/approval", elsewhere, null), 404, "not-found");
        refused(ask(ADMIN + id, elsewhere), 404, "not-found");
        ask("/api/v1/admin/merchants?size=100", elsewhere)
                .andExpect(jsonPath("$.items[*].id").value(not(hasItem(id))));
    }

    @Test
    void staffListPageByPageWithMaskedContacts() throws Exception {
        appliedMerchant();
        appliedMerchant();
        var staff = Callers.staff("ACCOUNT_MANAGER", "/hq/");
        ResultActions first = ask("/api/v1/admin/merchants?status=APPLIED&q=面馆&size=1", staff);
        first.andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].contactPhone").value("138****1234"))
                .andExpect(jsonPath("$.items[0].contactName").value("王**"));
        String next = body(first).path("next").asString();
        ask("/api/v1/admin/merchants?status=APPLIED&q=面馆&size=1&after=" + next, staff)
                .andExpect(jsonPath("$.items[0].id")
                        .value(not(body(first).path("items").get(0).path("id").asString())));
        refused(ask("/api/v1/admin/merchants?after=%21%21", staff), 400, "invalid-parameter");
        refused(ask("/api/v1/admin/merchants?size=0", staff), 400, "invalid-parameter");
        refused(ask("/api/v1/admin/merchants?size=1000000", staff), 400, "invalid-parameter");
        refused(ask("/api/v1/admin/merchants?status=NEVER", staff), 400, "invalid-parameter");
    }

    @Test
    void aRejectionNeedsAReason() throws Exception {
        refused(decide(appliedMerchant(), "rejection", " "), 400, "invalid-parameter");
    }

    @Test
    void otherServicesAreToldTheStanding() throws Exception {
        String id = approvedMerchant();
        ask("/internal/v1/merchants/" + id, Callers.service())
                .andExpect(jsonPath("$.merchantId").value(id))
                .andExpect(jsonPath("$.status").value("APPROVED"))
                .andExpect(jsonPath("$.organisationPath").exists())
                .andExpect(jsonPath("$.category").value("dining"))
                .andExpect(jsonPath("$.point.lat").value(30.245597))
                .andExpect(jsonPath("$.point.crs").value("GCJ02"));
        refused(ask("/internal/v1/merchants/" + id, Callers.owner(id)), 403, "forbidden");
        refused(ask("/internal/v1/merchants/nobody", Callers.service()), 404, "not-found");
    }

    private ResultActions decide(String id, String decision, String reason) throws Exception {
        return tell(
                ADMIN + id + "/" + decision,
                Callers.staff(BRANCH_HEAD, "/hq/"),
                reason == null ? null : Map.of("reason", reason));
    }

    private ResultActions change(String id, String tag, String name) throws Exception {
        Map<String, Object> form = application();
        form.remove("licenceNumber");
        form.put("name", name);
        var request = put(MERCHANTS + "/mine")
                .with(Callers.owner(id))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(form));
        return mvc.perform(tag == null ? request : request.header("If-Match", tag));
    }
}
