package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.StringReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.EventRequest;
import dev.perdure.node.SystemClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// J8: a replay in a JVM that waits for a debugger.
@Timeout(120)
class DebuggerAttachTest {
  private static final Pattern WAITING =
      Pattern.compile("waiting for a debugger at 127\\.0\\.0\\.1:(\\d+)");
  private static final Pattern TASK = Pattern.compile("\"task\":\"([^\"]+)\"");
  private static final String CLASS = "shop.Shop";

  @TempDir Path directory;
  private Sandbox sandbox;
  private String task;

  @BeforeEach
  void callATask() throws IOException {
    sandbox = new Sandbox(directory);
    sandbox.out("deploy", "shop-v1.jar", "--as", "v1");
    var called =
        TASK.matcher(
            sandbox.out(
                "call",
                "handleRequest",
                "\"7\"",
                "--json",
                "--bind",
                "shop.Catalog=shop.MemoryCatalog",
                "--classpath",
                "shop-v1.jar"));
    assertThat(called.find()).isTrue();
    task = called.group(1);
  }

  private static VirtualMachine attach(String port) throws Exception {
    for (AttachingConnector connector : Bootstrap.virtualMachineManager().attachingConnectors()) {
      if (connector.name().equals("com.sun.jdi.SocketAttach")) {
        var arguments = connector.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(port);
        return connector.attach(arguments);
      }
    }
    throw new AssertionError("this JDK has no debugger's side");
  }

  @Test
  void aBreakpointInAUsersFunctionIsHitWithItsArgumentAndTheReplayGoesOn() throws Exception {
    var out = new StringWriter();
    var errors = new PipedWriter();
    var said = new BufferedReader(new PipedReader(errors));
    var terminal =
        new Terminal(
            new PrintWriter(out, true),
            new PrintWriter(errors, true),
            Map.of(),
            directory,
            "ada",
            SystemClock.CLOCK,
            false,
            _ -> new PlainInput(new StringReader("")),
            InputStream.nullInputStream(),
            _ -> false);
    var exit =
        CompletableFuture.supplyAsync(() -> Cli.run(terminal, "task", "replay", task, "--debug"));
    var waiting = WAITING.matcher(said.readLine());
    assertThat(waiting.matches()).isTrue();
    assertThat(hits(attach(waiting.group(1)))).containsExactly("lookupUser of \"7\"");
    assertThat(exit.get(60, TimeUnit.SECONDS)).isEqualTo(Exit.DONE);
    assertThat(out.toString()).contains("same as recorded: \"Hello Ada7\"");
  }

  /// Stops at the only line of `lookupUser`, and says where it was and with which argument.
  private static List<String> hits(VirtualMachine vm) throws Exception {
    var hits = new ArrayList<String>();
    var wanted = vm.eventRequestManager().createClassPrepareRequest();
    wanted.addClassFilter(CLASS);
    wanted.enable();
    var started = vm.eventQueue().remove();
    assertThat(started.suspendPolicy()).as("it waits").isEqualTo(EventRequest.SUSPEND_ALL);
    started.resume();
    while (true) {
      var events = vm.eventQueue().remove();
      for (Event event : events) {
        switch (event) {
          case ClassPrepareEvent prepared -> {
            var method = prepared.referenceType().methodsByName("lookupUser").getFirst();
            vm.eventRequestManager()
                .createBreakpointRequest(method.allLineLocations().getFirst())
                .enable();
          }
          case BreakpointEvent hit -> hits.add(hit(hit));
          case VMDeathEvent _, VMDisconnectEvent _ -> {
            return hits;
          }
          default -> {}
        }
      }
      events.resume();
    }
  }

  private static String hit(BreakpointEvent hit) throws Exception {
    var argument = (StringReference) hit.thread().frame(0).getArgumentValues().getFirst();
    return hit.location().method().name() + " of \"" + argument.value() + "\"";
  }

  @Test
  void aPortThatIsTakenIsToldWithWhatTheJvmSays() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = String.valueOf(taken.getLocalPort());
      var result = sandbox.run("task", "replay", task, "--debug", "--port", port);
      assertThat(result.exit()).isEqualTo(Exit.FAILED);
      assertThat(result.err()).contains("DEBUGGER_UNREACHABLE", "remedy: Leave --port out");
    }
  }
}
