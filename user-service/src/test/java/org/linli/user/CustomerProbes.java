package org.linli.user;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;

import java.util.List;
import java.util.Map;
import org.linli.localstack.access.Planted;
import org.linli.localstack.access.ScopeWalk;
import org.springframework.test.web.servlet.ResultActions;

/** People who chose the branch. */
class CustomerProbes extends Probes {
    private static final String CUSTOMERS = "/api/v1/admin/customers";
    private static final Map<String, String> REASON = Map.of("reason", "理由充分了");

    private final Planted<String> customer = new Planted<>(this::newCustomer);

    CustomerProbes(PeopleHttpTest http, String branch) {
        super(http, branch);
    }

    @Override
    void addTo(ScopeWalk walk) {
        String one = CUSTOMERS + "/{userId}";
        walk.renewing(customer);
        walk.probe("GET " + CUSTOMERS, this::finds)
                .probe("POST " + CUSTOMERS + "/searches", this::searches)
                .probe("GET " + one, grants -> sees(CUSTOMERS + "/" + customer(), grants))
                .probe(
                        "POST " + one + "/reveal",
                        grants -> tells(
                                CUSTOMERS + "/" + customer() + "/reveal",
                                grants,
                                Map.of("fields", List.of("phone"), "reason", "上门核实地址")))
                .probe(
                        "POST " + one + "/blacklisting",
                        grants -> tells(CUSTOMERS + "/" + customer() + "/blacklisting", grants, REASON))
                .probe("DELETE " + one + "/blacklisting", this::liftsBlacklisting)
                .probe(
                        "PUT " + one + "/tags",
                        grants ->
                                places(CUSTOMERS + "/" + customer() + "/tags", grants, Map.of("tags", List.of("常客"))));
    }

    private boolean finds(Map<String, List<String>> grants) throws Exception {
        String id = customer();
        return isIn(http.ask(CUSTOMERS + "?userId=" + id, holding(grants)), id);
    }

    private boolean searches(Map<String, List<String>> grants) throws Exception {
        String phone = HttpTest.newPhone();
        String id = chosen(http.phoneLogin(phone));
        return isIn(http.tell(CUSTOMERS + "/searches", holding(grants), Map.of("phone", phone)), id);
    }

    private boolean isIn(ResultActions answer, String id) throws Exception {
        return passes(answer)
                && http.body(answer).path("items").findValuesAsString("userId").contains(id);
    }

    private boolean liftsBlacklisting(Map<String, List<String>> grants) throws Exception {
        String path = CUSTOMERS + "/" + newCustomer() + "/blacklisting";
        passes(http.tell(path, http.administrator(), REASON));
        return sends(delete(path), grants);
    }

    private String customer() throws Exception {
        return customer.get();
    }

    private String newCustomer() throws Exception {
        return chosen(http.newConsumer());
    }

    /** Of the branch from now on. */
    private String chosen(String token) throws Exception {
        asAdministrator(http.place("/api/v1/me/profile", token, Map.of("homeBranch", branch)));
        return http.userId(token);
    }
}
