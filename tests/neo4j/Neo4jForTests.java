import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * A Neo4j server for tests, with authentication, on a free port of the loopback address and a temporary folder of its own.
 *
 * <p>Usage: {@code java -cp 'target/jars/*' Neo4jForTests.java}, the password of the user {@code neo4j} in the environment
 * variable NEO4J_PASSWORD. It prints {@code READY bolt://127.0.0.1:PORT} when it answers. Lines on its standard input:
 * {@code stop} takes the server away (it prints {@code STOPPED}), {@code start} brings it back on the same port and data
 * ({@code READY} again). When the input closes, or on SIGTERM, it stops and removes its folder.
 */
public final class Neo4jForTests {
  private final Path home;
  private final int port;
  private final String password;
  private DatabaseManagementService service;

  private Neo4jForTests(Path home, int port, String password) {
    this.home = home;
    this.port = port;
    this.password = password;
  }

  public static void main(String[] arguments) throws IOException {
    String password = System.getenv("NEO4J_PASSWORD");
    if (password == null) {
      System.err.println("NEO4J_PASSWORD is not set");
      System.exit(2);
    }
    Neo4jForTests server = new Neo4jForTests(Files.createTempDirectory("norrgraph-neo4j-"), freePort(), password);
    Runtime.getRuntime().addShutdownHook(new Thread(server::end));
    try {
      server.start();
      BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String command = commands.readLine(); command != null; command = commands.readLine()) {
        switch (command) {
          case "start" -> server.start();
          case "stop" -> server.stop();
          default -> System.err.println("unknown command: " + command);
        }
      }
      System.exit(0);
    } catch (RuntimeException failure) {
      failure.printStackTrace();
      System.exit(1);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private synchronized void start() {
    if (service == null) {
      service = build();
      setPassword();
    }
    System.out.println("READY bolt://127.0.0.1:" + port);
  }

  private DatabaseManagementService build() {
    SocketAddress address = new SocketAddress("127.0.0.1", port);
    return new DatabaseManagementServiceBuilder(home)
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, address)
        .setConfig(BoltConnector.advertised_address, address)
        .setConfig(BoltConnector.encryption_level, BoltConnector.EncryptionLevel.DISABLED)
        .setConfig(BoltConnectorInternalSettings.connection_shutdown_wait_time, Duration.ofSeconds(1))
        .setConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, Duration.ofSeconds(1))
        // The suites fill and empty one database many times, and plans need not follow its size.
        .setConfig(GraphDatabaseSettings.cypher_min_replan_interval, Duration.ofHours(1))
        .setConfig(GraphDatabaseSettings.auth_enabled, true)
        .setConfig(GraphDatabaseSettings.auth_lock_time, Duration.ZERO)
        .setConfig(GraphDatabaseSettings.pagecache_memory, 128L * 1024 * 1024)
        .build();
  }

  /** As the administrator's tool does before the first start: Neo4j's own first password has to be changed at once. */
  private void setPassword() {
    try (var transaction = service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME).beginTx()) {
      transaction.execute(
          "CREATE OR REPLACE USER neo4j SET PLAINTEXT PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
      transaction.commit();
    }
  }

  private synchronized void stop() {
    if (service != null) {
      service.shutdown();
      service = null;
    }
    System.out.println("STOPPED");
  }

  private synchronized void end() {
    stop();
    try {
      List<Path> inside;
      try (var paths = Files.walk(home)) {
        inside = paths.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : inside) {
        Files.delete(path);
      }
    } catch (IOException failure) {
      System.err.println("cannot remove " + home + ": " + failure);
    }
  }
}
