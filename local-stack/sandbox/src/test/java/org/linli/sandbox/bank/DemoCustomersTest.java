package org.linli.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoCustomersTest {
    private final List<Customer> customers = DemoCustomers.all();

    @Test
    void there_are_enough_and_they_are_the_same_every_time() {
        assertThat(customers).hasSizeGreaterThanOrEqualTo(200).isEqualTo(DemoCustomers.all());
    }

    @Test
    void the_first_eight_have_the_phones_of_the_demo_consumers() {
        List<String> phones =
                IntStream.rangeClosed(1, 8).mapToObj(i -> "1390000000" + i).toList();
        assertThat(customers.stream().limit(8).map(one -> one.identity().phone()))
                .containsExactlyElementsOf(phones);
    }

    @Test
    void nobody_shares_a_number_an_id_number_or_a_phone() {
        assertThat(customers).extracting(Customer::customerNumber).doesNotHaveDuplicates();
        assertThat(customers).extracting(one -> one.identity().idNumber()).doesNotHaveDuplicates();
        assertThat(customers).extracting(one -> one.identity().phone()).doesNotHaveDuplicates();
    }

    @Test
    void nobody_real_can_be_met() {
        assertThat(customers).allMatch(one -> one.identity().idNumber().isOfNobody());
        assertThat(customers).allMatch(one -> one.identity().phone().matches("13[89]000\\d{5}"));
    }

    @Test
    void some_borrow_and_some_do_not() {
        assertThat(customers).extracting(Customer::borrower).contains(true, false);
    }

    @Test
    void printing_a_customer_tells_the_number_only() {
        assertThat(customers.get(0)).hasToString("Customer[C0000000001]");
        assertThat(customers.get(0).identity()).hasToString("Identity[...]");
    }
}
