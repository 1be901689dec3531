package org.linli.sandbox.bank;

import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Deterministic demo customers: every phone number is one, except those that end in 0000. */
@RestController
@RequestMapping("/bank")
class BankController {
    private static final Pattern PHONE = Pattern.compile("1\\d{10}");
    private static final String[] SURNAMES = {"赵", "钱", "孙", "李", "周", "吴", "郑", "王"};

    record Customer(String customerNo, String maskedName, String phoneLastFour, boolean hasBasicAccount) {}

    @GetMapping("/health")
    Map<String, String> health() {
        return Map.of("status", "UP");
    }

    @GetMapping("/customers")
    ResponseEntity<Customer> customer(@RequestParam String phone) {
        if (!PHONE.matcher(phone).matches()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "phone (expected: 11 digits beginning with 1)");
        }
        if (phone.endsWith("0000")) {
            return ResponseEntity.notFound().build();
        }
        int number = Integer.parseInt(phone.substring(3));
        return ResponseEntity.ok(new Customer(
                "C" + phone.substring(1) + (number % 97),
                SURNAMES[number % SURNAMES.length] + "**",
                phone.substring(7),
                number % 2 == 0));
    }
}
