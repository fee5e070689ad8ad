package dev.storywire.app.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.utils.Time;

/** A broker with SASL authentication and an authorizer that denies what no ACL allows. */
public final class SecuredBroker implements AutoCloseable {
  private static final String PLAIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required"
          + " username=\"admin\" password=\"admin-password\"";

  private final BrokerDirectory directory;
  private final KafkaRaftServer server;
  private final int port;

  private SecuredBroker(BrokerDirectory directory, KafkaRaftServer server, int port) {
    this.directory = directory;
    this.server = server;
    this.port = port;
  }

  public static SecuredBroker start(Path data) {
    int port = EmbeddedBroker.bindable(0);
    BrokerDirectory directory = BrokerDirectory.open(data);
    Map<String, String> properties =
        new TreeMap<>(EmbeddedBroker.properties(directory, port, EmbeddedBroker.bindable(0)));
    properties.put("listener.security.protocol.map", "CLIENT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.put("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512");
    properties.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
    properties.put(
        "listener.name.client.plain.sasl.jaas.config", PLAIN + " user_admin=\"admin-password\";");
    properties.put(
        "listener.name.client.scram-sha-512.sasl.jaas.config", scram("unused", "unused"));
    properties.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    // the controller listener has no authentication and is not for clients
    properties.put("super.users", "User:admin;User:ANONYMOUS");
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    server.startup();
    return new SecuredBroker(directory, server, port);
  }

  /** Returns the settings for clients of the superuser. */
  public Map<String, String> admin() {
    return Map.of(
        "bootstrap.servers",
        "127.0.0.1:" + port,
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        PLAIN + ";");
  }

  /** Creates a user without permissions. Returns the settings for clients of the user. */
  public Map<String, String> createUser(Admin admin, String name, String password) {
    Brokers.await(
        admin
            .alterUserScramCredentials(
                List.of(
                    new UserScramCredentialUpsertion(
                        name,
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
                        password)))
            .all());
    return Map.of(
        "bootstrap.servers",
        "127.0.0.1:" + port,
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "SCRAM-SHA-512",
        "sasl.jaas.config",
        scram(name, password));
  }

  private static String scram(String name, String password) {
    return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
        .formatted(name, password);
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    directory.close();
  }
}
