package org.linli.localstack.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.linli.localstack.api.ApiException;
import org.linli.localstack.api.PlatformApi;
import tools.jackson.databind.JsonNode;

/** Fills a fresh platform with the demo county, over the same HTTP paths that the bank's staff use; repeatable. */
public class DemoSeeder {
    private static final int BATCH = 200;

    private final PlatformApi administrator;
    private final String baseUrl;
    private final Consumer<String> progress;

    public DemoSeeder(String baseUrl, Consumer<String> progress) {
        this.baseUrl = baseUrl;
        this.administrator = PlatformApi.staff(baseUrl, DemoPeople.ADMINISTRATOR, DemoPeople.PASSWORD);
        this.progress = progress;
    }

    /** @return the merchants' ids by external id */
    public Map<String, String> seed() {
        List<DemoCounty.Branch> branches = DemoCounty.branches();
        branches.forEach(this::openBranch);
        importOutlets(DemoCounty.outlets());
        progress.accept(branches.size() + " branches, each with two outlets");
        DemoPeople.staff().forEach(this::hire);
        progress.accept(DemoPeople.staff().size() + 1 + " members of staff");
        awaitCircles(branches);
        List<DemoCounty.Merchant> merchants = DemoCounty.merchants();
        Map<String, String> merchantIds = importMerchants(merchants);
        progress.accept(merchants.size() + " merchants, each with an offer");
        DemoPeople.merchantPeople().forEach(person -> enrol(person, merchantIds));
        linkFirstOwnerToWechat();
        importApplications(DemoCounty.applications(merchants, merchantIds));
        progress.accept(DemoCounty.APPLICANTS + " loan applicants");
        return merchantIds;
    }

    private void openBranch(DemoCounty.Branch branch) {
        accept(administrator.post("/api/v1/admin/branches", branch.body()), "branch-exists", branch.id());
    }

    private void importOutlets(List<DemoCounty.Outlet> outlets) {
        List<Map<String, Object>> rows = new ArrayList<>();
        outlets.forEach(outlet -> rows.add(outlet.body(rows.size() + 1L)));
        inBatches("/api/v1/admin/organisations/imports", rows);
    }

    private void hire(DemoPeople.Staff person) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("username", person.username());
        body.put("password", DemoPeople.PASSWORD);
        body.put("displayName", person.displayName());
        body.put("roles", List.of(person.role()));
        body.put("organisationId", person.organisationId());
        accept(administrator.post("/api/v1/admin/staff", body), "username-taken", person.username());
    }

    /** merchant-service learns of branches by events; merchants imported before would land in the head-office pool. */
    private void awaitCircles(List<DemoCounty.Branch> branches) {
        for (int attempt = 0; attempt < 150; attempt++) {
            boolean all = branches.stream()
                    .allMatch(branch -> administrator
                            .get("/api/v1/admin/merchants/circles/" + branch.id())
                            .ok());
            if (all) {
                return;
            }
            pause();
        }
        throw new ApiException("merchant-service did not learn of the branches within 30 s");
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("interrupted");
        }
    }

    private Map<String, String> importMerchants(List<DemoCounty.Merchant> merchants) {
        Map<String, String> ids = new HashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        merchants.forEach(merchant -> rows.add(merchant.body(rows.size() + 1L)));
        for (JsonNode answer : inBatches("/api/v1/admin/merchants/imports", rows)) {
            answer.path("items")
                    .forEach(item -> ids.put(
                            item.path("externalId").asString(),
                            item.path("merchantId").asString()));
        }
        return ids;
    }

    private void importApplications(List<Map<String, Object>> rows) {
        inBatches("/api/v1/admin/loan-applications/imports", rows);
    }

    private List<JsonNode> inBatches(String path, List<Map<String, Object>> rows) {
        List<JsonNode> answers = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += BATCH) {
            JsonNode answer = administrator.postUntilDone(
                    path, Map.of("rows", rows.subList(from, Math.min(rows.size(), from + BATCH))));
            if (!answer.path("rejected").isEmpty()) {
                throw new ApiException(
                        path + " rejected demo rows: " + answer.path("rejected").get(0));
            }
            answers.add(answer);
        }
        return answers;
    }

    private void enrol(DemoPeople.MerchantPerson person, Map<String, String> merchantIds) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("merchantId", merchantIds.get(person.merchantExternalId()));
        body.put("phone", person.phone());
        body.put("role", person.role());
        accept(administrator.put("/api/v1/admin/staff/merchant-members", body), "", person.phone());
    }

    private void linkFirstOwnerToWechat() {
        DemoPeople.MerchantPerson owner = DemoPeople.merchantPeople().get(0);
        PlatformApi api = PlatformApi.as(
                baseUrl, "/api/v1/auth/phone", Map.of("phone", owner.phone(), "code", DemoPeople.PHONE_CODE));
        accept(
                api.post("/api/v1/me/wechat", Map.of("accountId", DemoPeople.ACCOUNT_ID, "code", "demo-merchant-1")),
                "",
                "the first owner's WeChat");
    }

    private static void accept(PlatformApi.Answer answer, String alreadyThere, String what) {
        if (!answer.ok() && !answer.code().equals(alreadyThere)) {
            throw new ApiException("demo data: " + what + " was refused: " + answer.status() + " " + answer.body());
        }
    }
}
