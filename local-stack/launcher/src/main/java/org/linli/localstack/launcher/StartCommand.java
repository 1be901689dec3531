package org.linli.localstack.launcher;

import java.util.List;
import java.util.Map;
import org.linli.localstack.demo.DemoPeople;
import org.linli.localstack.demo.DemoSeeder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "start", description = "Starts everything and keeps it running until Ctrl-C.")
final class StartCommand implements Runnable {
    @Option(names = "--no-demo", description = "start without demo data (only the first start fills it in)")
    private boolean noDemo;

    @Override
    public void run() {
        Layout layout = Layout.ofCheckout();
        PidFiles pids = new PidFiles(layout.run());
        if (pids.running(PidFiles.LAUNCHER).isPresent()) {
            throw new PlatformException("already running; ./platform status tells more, ./platform stop ends it");
        }
        List<String> leftovers = pids.stopAll();
        if (!leftovers.isEmpty()) {
            System.out.println("stopped what an earlier start left behind: " + String.join(", ", leftovers));
        }
        if (!"true".equals(System.getenv("LINLI_SKIP_MEMORY_CHECK"))) {
            Machine.requireMemory();
        }
        long begun = System.nanoTime();
        Stack stack = Stack.start(layout, Ports.fromEnvironment(System.getenv()), System.out::println);
        DemoFile demo = new DemoFile(layout);
        if (!noDemo && !demo.seededBefore()) {
            System.out.println("first start: filling in the demo county");
            demo.rememberSeeded(new DemoSeeder(stack.baseUrl(), line -> System.out.println("         " + line)).seed());
        }
        demo.write(stack, demo.merchantIds());
        announce(stack, demo.merchantIds(), (System.nanoTime() - begun) / 1e9);
        new Watch(stack, System.out::println).untilStopped();
    }

    private static void announce(Stack stack, Map<String, String> merchantIds, double seconds) {
        System.out.printf("%nReady after %.0f s.%n%n", seconds);
        System.out.println("  consumer page     " + stack.baseUrl() + "/");
        System.out.println("  all interfaces    " + stack.baseUrl() + "/docs");
        System.out.println("  WeChat sandbox    " + stack.sandboxUrl() + "/");
        System.out.println("  for scripts       .local/demo.json, logs in .local/logs");
        System.out.println();
        System.out.println("Demo logins (only on this machine):");
        System.out.println(
                "  staff             admin, head-b01, manager-b01, auditor ...   password " + DemoPeople.PASSWORD);
        System.out.println("  merchant owner    phone 13800000001, code " + DemoPeople.PHONE_CODE
                + (merchantIds.isEmpty() ? "" : "   merchant " + merchantIds.get("demo-0001")));
        System.out.println("  cashier           phone 13800000011, code " + DemoPeople.PHONE_CODE);
        System.out.println("  consumer          WeChat code demo-consumer-1 ... demo-consumer-8");
        System.out.println();
        System.out.println("Ctrl-C stops everything.");
    }
}
