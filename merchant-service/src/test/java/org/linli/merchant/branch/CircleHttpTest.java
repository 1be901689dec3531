package org.linli.merchant.branch;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.HttpTest;
import org.linli.starter.geo.GeoPoint;
import org.springframework.beans.factory.annotation.Autowired;

class CircleHttpTest extends HttpTest {
    private static final String CIRCLES = "/api/v1/admin/merchants/circles/";

    @Autowired
    Branches branches;

    @Test
    void aKnownBranchIsAnsweredWithItsCircle() throws Exception {
        branches.keep(new BranchCircle("C1", 1, "/hq/C1/", new GeoPoint(20, 150), 2500, false, false));
        ask(CIRCLES + "C1", Callers.staff("ADMINISTRATOR", "/hq/"))
                .andExpect(jsonPath("$.branchId").value("C1"))
                .andExpect(jsonPath("$.radiusMeters").value(2500));
    }

    @Test
    void aBranchWhoseEventHasNotArrivedIsNotFound() throws Exception {
        refused(ask(CIRCLES + "nobody", Callers.staff("ADMINISTRATOR", "/hq/")), 404, "not-found");
        refused(ask(CIRCLES + "nobody", Callers.owner("m")), 403, "forbidden");
    }
}
