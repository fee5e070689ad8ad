package dev.storywire.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.audit.Audit;
import dev.storywire.app.audit.RawResults;
import dev.storywire.app.broker.SecuredBroker;
import dev.storywire.app.broker.TopicSetup;
import dev.storywire.app.demo.Player;
import dev.storywire.app.demo.SampleDay;
import dev.storywire.app.service.StorywireService;
import dev.storywire.app.settings.Settings;
import dev.storywire.producer.send.RawTopicWriter;
import dev.storywire.schemas.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the service on a cluster with SASL/SCRAM and ACLs, with only the documented permissions. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SecuredClusterIT {
  private static final String PREFIX = Topic.DEFAULT_PREFIX;
  private static final String PASSWORD = "pass-word-of-the-service";
  private static final List<Permission> PERMISSIONS = Permission.of(PREFIX, "storywire");
  private static final List<Permission> VIEWS = Permission.ofViews(PREFIX);

  @TempDir Path directory;

  @Test
  void runsWithTheDocumentedPermissionsAndDoctorReportsAMissingOne() throws Exception {
    try (SecuredBroker broker = SecuredBroker.start(directory.resolve("broker"));
        Admin admin = Admin.create(Map.<String, Object>copyOf(broker.admin()))) {
      assertThat(TopicSetup.of(PREFIX).ensure(admin)).isEmpty();
      Map<String, String> user = broker.createUser(admin, "storywire", PASSWORD);
      admin.createAcls(PERMISSIONS.stream().map(SecuredClusterIT::acl).toList()).all().get();

      Settings settings = settings(user);
      assertThat(settings.origins().toString()).doesNotContain(PASSWORD);
      play(broker, settings);

      try (Admin own = Admin.create(Map.<String, Object>copyOf(user))) {
        assertThat(missing(own, Finding.Level.FAIL)).isEmpty();
        for (Permission permission : PERMISSIONS) {
          admin.deleteAcls(List.of(acl(permission).toFilter())).all().get();
          assertThat(awaitMissing(own, Finding.Level.FAIL, 1))
              .as(permission.toString())
              .contains(permission.grant());
          admin.createAcls(List.of(acl(permission))).all().get();
          assertThat(awaitMissing(own, Finding.Level.FAIL, 0)).isEmpty();
        }
        assertThat(missing(own, Finding.Level.WARN))
            .contains(VIEWS.stream().map(Permission::grant).toList());
        admin.createAcls(VIEWS.stream().map(SecuredClusterIT::acl).toList()).all().get();
        assertThat(awaitMissing(own, Finding.Level.WARN, 0)).isEmpty();
      }
    }
  }

  private void play(SecuredBroker broker, Settings settings) throws Exception {
    List<SampleDay.Sent> items = SampleDay.wire();
    Properties client = new Properties();
    client.putAll(broker.admin());
    try (StorywireService service = StorywireService.start(settings);
        RawResults results = new RawResults(client, PREFIX);
        RawTopicWriter raw =
            RawTopicWriter.connect(
                client.getProperty("bootstrap.servers"), PREFIX, broker.admin())) {
      assertThat(service.awaitRunning(Duration.ofMinutes(1))).isTrue();
      new Player(raw, Player.AS_FAST_AS_POSSIBLE, Clock.systemUTC()).play(items);
      assertThat(results.await(items.size(), Duration.ofMinutes(2))).isTrue();
    }
    Audit.Report report = Audit.of(broker.admin(), PREFIX);
    assertThat(report.faults()).isEmpty();
    assertThat(report.verdicts()).isEqualTo(items.size());
  }

  /** Returns settings with client settings from a file and credentials from a secret file. */
  private Settings settings(Map<String, String> user) throws Exception {
    Path secrets = Files.createDirectory(directory.resolve("secrets"));
    Files.writeString(secrets.resolve("jaas"), String.valueOf(user.get("sasl.jaas.config")));
    Map<String, String> file = new TreeMap<>();
    user.forEach((key, value) -> file.put("kafka." + key, value));
    file.put("kafka.sasl.jaas.config", "${dir:" + secrets + ":jaas}");
    file.put(Settings.BOOTSTRAP_SERVERS, String.valueOf(file.remove("kafka.bootstrap.servers")));
    file.put(Settings.DATA_DIR, directory.resolve("state").toString());
    file.put(Settings.HTTP_PORT, "0");
    return Settings.of(Map.of(), Map.of(), file);
  }

  /** Waits for the broker, which follows the controller in applying ACLs. */
  private static String awaitMissing(Admin admin, Finding.Level level, int count)
      throws InterruptedException {
    String missing = missing(admin, level);
    for (int i = 0; i < 50 && missing.lines().count() != count; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      missing = missing(admin, level);
    }
    return missing;
  }

  private static String missing(Admin admin, Finding.Level level) {
    return PermissionCheck.run(admin, "storywire", PREFIX).stream()
        .filter(finding -> finding.level() == level)
        .map(Finding::advice)
        .collect(Collectors.joining("\n"));
  }

  private static AclBinding acl(Permission permission) {
    return new AclBinding(
        new ResourcePattern(permission.type(), permission.name(), permission.pattern()),
        new AccessControlEntry(
            "User:storywire", "*", permission.operation(), AclPermissionType.ALLOW));
  }
}
