package org.linli.loan;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Core banking and the signing platform, played on a port of this process. It books a reference once, keeps every
 * booking for tests to count, and fails as it is told to: by account number, and by the phone of a signatory.
 */
public final class PlayedBank {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SLOW_MILLIS = 1_500;

    public enum Fault {
        /** 503, nothing booked. */
        DOWN,
        /** The connection is cut before anything happens. */
        CUT_BEFORE,
        /** Booked, then the connection is cut. */
        ANSWER_LOST,
        /** Booked, and the answer comes after every time limit. */
        ANSWER_LATE,
        ANSWER_OF_ANOTHER_LOAN,
        ANSWER_OF_ANOTHER_AMOUNT,
        NONSENSE,
        /** 422, never booked. */
        REFUSED
    }

    private final Map<String, ObjectNode> bookings = new ConcurrentHashMap<>();
    private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
    private final List<String> payCalls = new ArrayList<>();
    private final Map<String, ObjectNode> requests = new ConcurrentHashMap<>();
    private final Map<String, String> signatories = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile boolean signingDown;

    PlayedBank() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "played-bank");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/corebank/payments", this::payments);
        server.createContext("/signing/requests", this::signing);
        server.start();
    }

    String url(String part) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + part;
    }

    /** The next payments of this account meet these faults, in order. */
    public void faults(String accountNumber, Fault... next) {
        faults.put(accountNumber, new ArrayDeque<>(Arrays.asList(next)));
    }

    /** Everything that was booked for the account: money that has moved. */
    public List<String> booked(String accountNumber, String direction) {
        return bookings.values().stream()
                .filter(one -> one.path("accountNumber").asString().equals(accountNumber))
                .filter(one -> one.path("direction").asString().equals(direction))
                .map(one -> one.path("reference").asString())
                .toList();
    }

    /** How often a payment with this reference was asked for. */
    public synchronized long payCalls(String reference) {
        return payCalls.stream().filter(reference::equals).count();
    }

    /** @param status PENDING, REFUSED or SIGNED (what all others do at once) */
    public void signatory(String phone, String status) {
        signatories.put(phone, status);
    }

    public void signingDown(boolean down) {
        signingDown = down;
    }

    /** Lays other papers before the parties than were asked for. */
    public void swapDocuments(String reference) {
        ObjectNode request = requests.get(reference);
        request.putArray("documentHashes").add("00ff");
    }

    private void payments(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            pay(exchange);
            return;
        }
        String path = exchange.getRequestURI().getPath();
        ObjectNode booking = bookings.get(path.substring(path.lastIndexOf('/') + 1));
        if (booking == null) {
            answer(exchange, 404, "{\"code\":\"unknown-reference\"}");
        } else {
            answer(exchange, 200, booking.toString());
        }
    }

    private void pay(HttpExchange exchange) throws IOException {
        ObjectNode payment = (ObjectNode) JSON.readTree(exchange.getRequestBody());
        String reference = payment.path("reference").asString();
        synchronized (this) {
            payCalls.add(reference);
        }
        Deque<Fault> planned = faults.get(payment.path("accountNumber").asString());
        Fault fault = planned == null ? null : planned.poll();
        if (fault == Fault.CUT_BEFORE) {
            exchange.close();
            return;
        }
        if (fault == Fault.DOWN) {
            answer(exchange, 503, "{\"code\":\"down\"}");
            return;
        }
        if (fault == Fault.REFUSED) {
            answer(exchange, 422, "{\"code\":\"account-closed\"}");
            return;
        }
        ObjectNode booking = bookings.computeIfAbsent(reference, fresh -> booked(payment));
        answer(exchange, fault, booking);
    }

    private static ObjectNode booked(ObjectNode payment) {
        ObjectNode booking = payment.deepCopy();
        booking.put("bookingNumber", "B" + payment.path("reference").asString());
        booking.put("bookedAt", Instant.now().toString());
        return booking;
    }

    private static void answer(HttpExchange exchange, Fault fault, ObjectNode booking) throws IOException {
        ObjectNode said = booking.deepCopy();
        if (fault == Fault.ANSWER_LOST) {
            exchange.close();
            return;
        }
        if (fault == Fault.ANSWER_LATE) {
            pause();
        } else if (fault == Fault.ANSWER_OF_ANOTHER_LOAN) {
            said.put("loanId", "another");
        } else if (fault == Fault.ANSWER_OF_ANOTHER_AMOUNT) {
            said.put("amountFen", said.path("amountFen").asLong() + 1);
        }
        answer(exchange, 201, fault == Fault.NONSENSE ? "<html>" : said.toString());
    }

    private static void pause() {
        try {
            Thread.sleep(SLOW_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void signing(HttpExchange exchange) throws IOException {
        if (signingDown) {
            answer(exchange, 503, "{}");
            return;
        }
        if (exchange.getRequestMethod().equals("POST")) {
            ObjectNode request = (ObjectNode) JSON.readTree(exchange.getRequestBody());
            requests.putIfAbsent(request.path("reference").asString(), request);
            answer(exchange, 201, "{}");
            return;
        }
        String path = exchange.getRequestURI().getPath();
        ObjectNode request = requests.get(path.substring(path.lastIndexOf('/') + 1));
        if (request == null) {
            answer(exchange, 404, "{}");
            return;
        }
        answer(exchange, 200, stateOf(request).toString());
    }

    private ObjectNode stateOf(ObjectNode request) {
        ObjectNode state = JSON.createObjectNode();
        state.set("reference", request.path("reference"));
        state.set("documentHashes", request.path("documentHashes"));
        state.put("expired", false);
        ArrayNode parties = state.putArray("parties");
        for (JsonNode party : request.path("parties")) {
            String status = signatories.getOrDefault(party.path("phone").asString(), "SIGNED");
            ObjectNode one = parties.addObject();
            one.set("partyId", party.path("partyId"));
            one.put("status", status);
            one.put("at", "2026-03-10T02:00:00Z");
        }
        return state;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
