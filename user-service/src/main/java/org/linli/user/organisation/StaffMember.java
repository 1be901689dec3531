package org.linli.user.organisation;

import java.time.Instant;
import java.util.List;
import org.linli.starter.Ids;
import org.springframework.data.annotation.Id;

/**
 * A member of staff.
 *
 * @param id derives from the user name, which is never given to anyone else
 * @param organisationPath the node's place in the tree; data scope is this node and below (rule P-1)
 * @param enabled false once they have left
 */
public record StaffMember(
        @Id String id,
        String username,
        String passwordHash,
        String displayName,
        List<StaffRole> roles,
        String organisationId,
        String organisationPath,
        boolean enabled,
        Instant hiredAt) {

    static String idOf(String username) {
        return Ids.derived("staff", username);
    }

    @Override
    public String toString() {
        return "StaffMember[" + id + "]";
    }
}
