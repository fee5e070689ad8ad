package dev.storywire.app.doctor;

import dev.storywire.app.broker.Brokers;
import dev.storywire.app.process.OperatorError;
import dev.storywire.topology.stores.StateStores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.resource.PatternType;
import org.jspecify.annotations.Nullable;

/** Checks that the principal of the service has the permissions it needs. */
final class PermissionCheck {
  private final Admin admin;
  private final String changelog;
  private final String transactionalId;

  /** Operations that the broker allows, by resource; empty if the resource does not exist yet. */
  private final Map<String, Optional<Set<AclOperation>>> allowed = new HashMap<>();

  private PermissionCheck(Admin admin, String applicationId) {
    this.admin = admin;
    this.changelog = applicationId + "-" + StateStores.ARTICLES + "-changelog";
    this.transactionalId = applicationId + "-doctor";
  }

  static List<Finding> run(Admin admin, String applicationId, String prefix) {
    PermissionCheck check = new PermissionCheck(admin, applicationId);
    List<Finding> findings = new ArrayList<>();
    for (Permission permission : Permission.of(prefix, applicationId)) {
      if (!check.has(permission)) {
        findings.add(
            Finding.fail(
                "permission",
                "the service may not %s %s".formatted(permission.operation(), permission.name()),
                advice(permission)));
      }
    }
    for (Permission permission : Permission.ofViews(prefix)) {
      if (!check.has(permission)) {
        findings.add(
            Finding.warn(
                "permission",
                "the service may not %s %s, which its view reads"
                    .formatted(permission.operation(), permission.name()),
                advice(permission)));
      }
    }
    return findings.isEmpty()
        ? List.of(Finding.ok("permission", "the service has all permissions"))
        : findings;
  }

  private static String advice(Permission permission) {
    return "kafka-acls.sh --bootstrap-server HOST:PORT --add --allow-principal User:NAME "
        + permission.grant();
  }

  private boolean has(Permission permission) {
    return switch (permission.type()) {
      case GROUP -> group(permission.name()).contains(permission.operation());
      case TRANSACTIONAL_ID -> mayUseTransactions();
      default ->
          permission.operation() == AclOperation.CREATE ? mayCreate() : mayUseTopic(permission);
    };
  }

  private boolean mayUseTopic(Permission permission) {
    String topic = permission.pattern() == PatternType.PREFIXED ? changelog : permission.name();
    return allowed
        .computeIfAbsent(topic, this::topic)
        .map(operations -> operations.contains(permission.operation()))
        .orElse(true);
  }

  private Optional<Set<AclOperation>> topic(String topic) {
    try {
      var description =
          Brokers.await(
                  admin
                      .describeTopics(
                          List.of(topic),
                          new DescribeTopicsOptions().includeAuthorizedOperations(true))
                      .allTopicNames())
              .get(topic);
      return Optional.ofNullable(Objects.requireNonNull(description).authorizedOperations());
    } catch (OperatorError e) {
      // denied if neither READ nor WRITE is allowed; nothing is known then about other operations
      return isDenied(e) ? Optional.of(Set.of(AclOperation.DESCRIBE_CONFIGS)) : Optional.empty();
    }
  }

  private Set<AclOperation> group(String group) {
    try {
      var description =
          Brokers.await(
                  admin
                      .describeConsumerGroups(
                          List.of(group),
                          new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                      .all())
              .get(group);
      @Nullable Set<AclOperation> operations =
          description == null ? null : description.authorizedOperations();
      return operations == null ? Set.of(AclOperation.values()) : operations;
    } catch (OperatorError e) {
      // a group that does not exist yet: the broker refuses first if it is not permitted
      return isDenied(e) ? Set.of() : Set.of(AclOperation.values());
    }
  }

  private boolean mayCreate() {
    NewTopic topic = new NewTopic(changelog, 1, (short) 1);
    try {
      Brokers.await(
          admin.createTopics(List.of(topic), new CreateTopicsOptions().validateOnly(true)).all());
      return true;
    } catch (OperatorError e) {
      return e.getCause() instanceof TopicExistsException || !isDenied(e);
    }
  }

  private boolean mayUseTransactions() {
    try {
      Brokers.await(admin.describeTransactions(List.of(transactionalId)).all());
      return true;
    } catch (OperatorError e) {
      return !isDenied(e); // the id need not exist
    }
  }

  private static boolean isDenied(OperatorError error) {
    return error.getCause() instanceof AuthorizationException;
  }
}
