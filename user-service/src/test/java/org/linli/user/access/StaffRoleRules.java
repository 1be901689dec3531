package org.linli.user.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StaffRoleRules {
    @Test
    void everyone_may_belong_to_head_office() {
        assertThat(StaffRole.values()).allMatch(role -> role.mayBelongTo("hq"));
    }

    @Test
    void those_who_control_a_branch_do_not_belong_to_it() {
        assertThat(Arrays.stream(StaffRole.values()).filter(role -> role.mayBelongTo("B01")))
                .containsExactly(
                        StaffRole.ACCOUNT_MANAGER,
                        StaffRole.BRANCH_HEAD,
                        StaffRole.MARKETING_OPERATOR,
                        StaffRole.SERVICE_AGENT,
                        StaffRole.SERVICE_SUPERVISOR);
    }
}
