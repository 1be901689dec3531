package org.linli.user.privacy;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.user.PeopleHttpTest;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.web.servlet.ResultActions;

/** Rule P-4: someone with access to the store alone cannot make one person's data another's, nor one field another. */
class SwappedValuesHttpTest extends PeopleHttpTest {
    private static final String NAME_PATH = "bankCustomer.nameEncrypted";
    private static final String NUMBER_PATH = "bankCustomer.numberEncrypted";

    private String one;
    private String other;

    @BeforeEach
    void twoCustomers() throws Exception {
        one = customer();
        other = customer();
    }

    private String customer() throws Exception {
        bankKnows("C" + Ids.next(), false);
        String token = newConsumer();
        bind(token, newPhone()).andExpect(status().isOk());
        return userId(token);
    }

    private String stored(String id, String path) {
        return mongo.findById(id, Document.class, "users")
                .get("bankCustomer", Document.class)
                .getString(path.substring(path.indexOf('.') + 1));
    }

    private void put(String id, String path, String value) {
        mongo.updateFirst(Query.query(Criteria.where("_id").is(id)), Update.update(path, value), "users");
    }

    private ResultActions reveal(String id) throws Exception {
        return tell(
                "/api/v1/admin/customers/" + id + "/reveal",
                staff("BRANCH_HEAD", "hq", "/hq/"),
                Map.of("fields", List.of("name"), "reason", "called back"));
    }

    @Test
    void values_swapped_between_two_documents_are_refused() throws Exception {
        reveal(one).andExpect(status().isOk()).andExpect(jsonPath("$.name").value(NAME));
        String mine = stored(one, NAME_PATH);
        put(one, NAME_PATH, stored(other, NAME_PATH));
        put(other, NAME_PATH, mine);
        refused(reveal(one), 500, "data-unreadable");
        refused(reveal(other), 500, "data-unreadable");
        put(one, NAME_PATH, mine);
        reveal(one).andExpect(status().isOk());
    }

    @Test
    void values_swapped_between_two_fields_of_one_document_are_refused() throws Exception {
        String name = stored(one, NAME_PATH);
        put(one, NAME_PATH, stored(one, NUMBER_PATH));
        put(one, NUMBER_PATH, name);
        refused(reveal(one), 500, "data-unreadable");
    }
}
