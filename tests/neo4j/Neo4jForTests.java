import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.TransactionData;
import org.neo4j.graphdb.event.TransactionEventListenerAdapter;

/**
 * Neo4j servers for tests in one process, with authentication, each on a free port of the loopback address and with a
 * temporary folder and a database of its own.
 *
 * <p>Usage: {@code java -cp 'target/jars/*' Neo4jForTests.java [SERVERS]}, the password of the user {@code neo4j} in the
 * environment variable NEO4J_PASSWORD. With SERVERS, what indexes hold is looked at by {@code keep} alone, and statements are
 * planned by that. It prints {@code READY http://127.0.0.1:PORT bolt://127.0.0.1:PORT …} when all answer: first where it takes orders, then the servers. Lines on its standard input: {@code stop} takes the servers away (it prints
 * {@code STOPPED}), {@code start} brings them back on the same ports and data ({@code READY} again). When the input closes, or
 * on SIGTERM, it stops and removes its folders.
 *
 * <p>Orders are POST requests to {@code /NUMBER/ORDER}, the number that of a server from 0 on: {@code empty} takes all nodes and
 * relationships away; {@code keep} remembers those that are there; {@code restore} brings those back unless nothing was written
 * since. The first and the last answer 404 where none are remembered. Indexes and constraints stay as they are.
 */
public final class Neo4jForTests {
  private final Path home;
  private final int port;
  private final String password;
  private final boolean isFilledManyTimes;
  private DatabaseManagementService service;
  private KeptGraph kept;
  private volatile boolean isAsKept;

  private Neo4jForTests(String password, boolean isFilledManyTimes) {
    this.isFilledManyTimes = isFilledManyTimes;
    try {
      this.home = Files.createTempDirectory("norrgraph-neo4j-");
      this.port = freePort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    this.password = password;
  }

  public static void main(String[] arguments) throws IOException {
    String password = System.getenv("NEO4J_PASSWORD");
    if (password == null) {
      System.err.println("NEO4J_PASSWORD is not set");
      System.exit(2);
    }
    boolean isFilledManyTimes = arguments.length > 0;
    int count = isFilledManyTimes ? Integer.parseInt(arguments[0]) : 1;
    List<Neo4jForTests> servers =
        IntStream.range(0, count).mapToObj(number -> new Neo4jForTests(password, isFilledManyTimes)).toList();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> servers.forEach(Neo4jForTests::end)));
    try {
      HttpServer orders = takeOrders(servers);
      StringBuilder ready = new StringBuilder("READY http://127.0.0.1:" + orders.getAddress().getPort());
      servers.forEach(server -> ready.append(" bolt://127.0.0.1:").append(server.port));
      servers.parallelStream().forEach(Neo4jForTests::start);
      System.out.println(ready);
      BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String command = commands.readLine(); command != null; command = commands.readLine()) {
        switch (command) {
          case "start" -> {
            servers.forEach(Neo4jForTests::start);
            System.out.println(ready);
          }
          case "stop" -> {
            servers.forEach(Neo4jForTests::stop);
            System.out.println("STOPPED");
          }
          default -> System.err.println("unknown command: " + command);
        }
      }
      System.exit(0);
    } catch (RuntimeException failure) {
      failure.printStackTrace();
      System.exit(1);
    }
  }

  private static HttpServer takeOrders(List<Neo4jForTests> servers) throws IOException {
    HttpServer orders = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    orders.setExecutor(Executors.newCachedThreadPool(Neo4jForTests::inBackground));
    orders.createContext("/", exchange -> {
      String[] path = exchange.getRequestURI().getPath().split("/");
      exchange.sendResponseHeaders(servers.get(Integer.parseInt(path[1])).obey(path[2]), -1);
      exchange.close();
    });
    orders.start();
    return orders;
  }

  private static Thread inBackground(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }

  /** The status of the answer to an order. */
  private synchronized int obey(String order) {
    GraphDatabaseService database = service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
    try {
      switch (order) {
        case "empty" -> {
          KeptGraph.NOTHING.restore(database);
          if (kept == null) return 404;
        }
        case "keep" -> {
          kept = KeptGraph.of(database);
          database.executeTransactionally("CALL db.prepareForReplanning(60)");
          isAsKept = true;
        }
        case "restore" -> {
          if (kept == null) return 404;
          if (!isAsKept) kept.restore(database);
          isAsKept = true;
        }
        default -> {
          return 400;
        }
      }
      return 204;
    } catch (RuntimeException failure) {
      failure.printStackTrace();
      return 500;
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
      service.registerTransactionEventListener(
          GraphDatabaseSettings.DEFAULT_DATABASE_NAME,
          new TransactionEventListenerAdapter<Void>() {
            @Override
            public void afterCommit(TransactionData written, Void state, GraphDatabaseService database) {
              isAsKept = false;
            }
          });
    }
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
        // Nor may they be made for what is just empty, to which reading all of an index costs nothing.
        .setConfig(GraphDatabaseSettings.index_background_sampling_enabled, !isFilledManyTimes)
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

/** All nodes and relationships of a database at one moment. */
record KeptGraph(List<KeptNode> nodes, List<KeptRelationship> relationships) {
  record KeptNode(String id, Label[] labels, Map<String, Object> properties) {}

  record KeptRelationship(String start, RelationshipType type, String end, Map<String, Object> properties) {}

  static final KeptGraph NOTHING = new KeptGraph(List.of(), List.of());

  static KeptGraph of(GraphDatabaseService database) {
    KeptGraph graph = new KeptGraph(new ArrayList<>(), new ArrayList<>());
    try (Transaction transaction = database.beginTx();
        var nodes = transaction.getAllNodes();
        var relationships = transaction.getAllRelationships()) {
      for (Node node : (Iterable<Node>) nodes.stream()::iterator) {
        List<Label> labels = new ArrayList<>();
        node.getLabels().forEach(labels::add);
        graph.nodes.add(new KeptNode(node.getElementId(), labels.toArray(Label[]::new), node.getAllProperties()));
      }
      for (Relationship each : (Iterable<Relationship>) relationships.stream()::iterator) {
        graph.relationships.add(
            new KeptRelationship(
                each.getStartNode().getElementId(),
                each.getType(),
                each.getEndNode().getElementId(),
                each.getAllProperties()));
      }
    }
    return graph;
  }

  /** Puts this graph in place of what a database holds. */
  void restore(GraphDatabaseService database) {
    try (Transaction transaction = database.beginTx()) {
      try (var relationships = transaction.getAllRelationships()) {
        relationships.stream().forEach(Relationship::delete);
      }
      try (var nodes = transaction.getAllNodes()) {
        nodes.stream().forEach(Node::delete);
      }
      Map<String, Node> byId = new HashMap<>();
      for (KeptNode each : nodes) byId.put(each.id, filled(transaction.createNode(each.labels), each.properties));
      for (KeptRelationship each : relationships) {
        filled(byId.get(each.start).createRelationshipTo(byId.get(each.end), each.type), each.properties);
      }
      transaction.commit();
    }
  }

  private static <Element extends Entity> Element filled(Element element, Map<String, Object> properties) {
    properties.forEach(element::setProperty);
    return element;
  }
}
