package org.linli.user.access;

import java.util.List;
import org.linli.starter.security.Allowed;
import org.linli.starter.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of what can be granted. */
@RestController
class PermissionController {
    private final Permissions permissions;
    private final Endpoints endpoints;

    PermissionController(Permissions permissions, Endpoints endpoints) {
        this.permissions = permissions;
        this.endpoints = endpoints;
    }

    record Entry(String permission, String nameZh, String nameEn, List<String> builtInRoles, List<String> endpoints) {}

    @Allowed("role.read")
    @GetMapping("/api/v1/admin/permissions")
    Page<Entry> list() {
        return new Page<>(
                permissions.all().stream()
                        .filter(permission -> !permission.isInternal())
                        .map(permission -> new Entry(
                                permission.name(),
                                permission.chinese(),
                                permission.english(),
                                permission.roles(),
                                endpoints.openedBy(permission.name())))
                        .toList(),
                null);
    }
}
