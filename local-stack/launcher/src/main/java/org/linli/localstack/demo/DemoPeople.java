package org.linli.localstack.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who can log in on a developer's machine. The codes and the password are the same on every machine and exist only in
 * the local profile: the services refuse to start with them anywhere else.
 */
public final class DemoPeople {
    public static final String ADMINISTRATOR = "admin";
    public static final String PASSWORD = "linli-demo-only";
    public static final String PHONE_CODE = "246810";
    public static final String ACCOUNT_ID = "hq";
    private static final int CONSUMERS = 8;

    private DemoPeople() {}

    /** A member of staff. */
    public record Staff(String username, String displayName, String role, String organisationId) {}

    /** Someone of a merchant; {@code merchantExternalId} as {@link DemoCounty#merchants()} numbers them. */
    public record MerchantPerson(String phone, String role, String merchantExternalId) {}

    /** One entry of {@code .local/demo.json}: POST {@code body} to {@code path} and be logged in. */
    public record Login(
            String kind,
            String role,
            String path,
            Map<String, String> body,
            @Nullable String merchantId,
            @Nullable String organisationId) {}

    /** Everyone but the administrator, who is there from the first start. */
    public static List<Staff> staff() {
        List<Staff> staff = new ArrayList<>();
        staff.add(new Staff("head-b01", "城关支行行长", "BRANCH_HEAD", "B01"));
        staff.add(new Staff("head-b02", "清溪支行行长", "BRANCH_HEAD", "B02"));
        staff.add(new Staff("manager-b01", "城关支行客户经理", "ACCOUNT_MANAGER", "B01"));
        staff.add(new Staff("risk", "风险经理", "RISK_MANAGER", "hq"));
        staff.add(new Staff("approver", "审批人", "APPROVER", "hq"));
        staff.add(new Staff("committee-chair", "贷审会主任", "COMMITTEE_CHAIR", "hq"));
        for (int i = 1; i <= 4; i++) {
            staff.add(new Staff("committee-" + i, "贷审会委员" + i, "COMMITTEE_MEMBER", "hq"));
        }
        staff.add(new Staff("disbursement", "放款岗", "DISBURSEMENT_CLERK", "hq"));
        staff.add(new Staff("marketing", "营销专员", "MARKETING_OPERATOR", "hq"));
        staff.add(new Staff("agent", "客服坐席", "SERVICE_AGENT", "hq"));
        staff.add(new Staff("supervisor", "客服主管", "SERVICE_SUPERVISOR", "hq"));
        staff.add(new Staff("auditor", "审计员", "AUDITOR", "hq"));
        return staff;
    }

    public static List<MerchantPerson> merchantPeople() {
        return List.of(
                new MerchantPerson("13800000001", "OWNER", "demo-0001"),
                new MerchantPerson("13800000002", "OWNER", "demo-0002"),
                new MerchantPerson("13800000003", "OWNER", "demo-0003"),
                new MerchantPerson("13800000011", "CASHIER", "demo-0001"),
                new MerchantPerson("13800000012", "CASHIER", "demo-0002"));
    }

    /** Phones with a fixed code: the merchants' people, and two who belong to no merchant yet and may apply. */
    public static Map<String, String> fixedPhoneCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        merchantPeople().forEach(person -> codes.put(person.phone(), PHONE_CODE));
        codes.put("13800000021", PHONE_CODE);
        codes.put("13800000022", PHONE_CODE);
        return codes;
    }

    /** @param merchantIds by external id */
    public static List<Login> logins(Map<String, String> merchantIds) {
        List<Login> logins = new ArrayList<>();
        for (MerchantPerson person : merchantPeople()) {
            logins.add(new Login(
                    "merchant",
                    person.role(),
                    "/api/v1/auth/phone",
                    Map.of("phone", person.phone(), "code", PHONE_CODE),
                    merchantIds.get(person.merchantExternalId()),
                    null));
        }
        for (int i = 1; i <= CONSUMERS; i++) {
            logins.add(new Login(
                    "consumer",
                    "CONSUMER",
                    "/api/v1/auth/wechat",
                    Map.of("accountId", ACCOUNT_ID, "code", "demo-consumer-" + i),
                    null,
                    null));
        }
        logins.add(staffLogin(ADMINISTRATOR, "ADMINISTRATOR", "hq"));
        staff().forEach(person -> logins.add(staffLogin(person.username(), person.role(), person.organisationId())));
        for (String phone : List.of("13800000021", "13800000022")) {
            logins.add(new Login(
                    "applicant",
                    "APPLICANT",
                    "/api/v1/auth/phone",
                    Map.of("phone", phone, "code", PHONE_CODE),
                    null,
                    null));
        }
        return logins;
    }

    private static Login staffLogin(String username, String role, String organisationId) {
        return new Login(
                "staff",
                role,
                "/api/v1/auth/staff",
                Map.of("username", username, "password", PASSWORD),
                null,
                organisationId);
    }
}
