package dev.storywire.app.doctor;

import dev.storywire.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * An operation on a resource that a running service needs. On a cluster with an authorizer, the
 * service's principal needs an ACL for it.
 *
 * @param pattern {@code PREFIXED} if {@code name} is the prefix of several resources
 */
record Permission(ResourceType type, PatternType pattern, String name, AclOperation operation) {

  /** Returns the permissions that the service needs if its topics exist. */
  static List<Permission> of(String topicPrefix, String applicationId) {
    List<Permission> all = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      operations(topic)
          .sorted()
          .map(o -> literal(ResourceType.TOPIC, topic.name(topicPrefix), o))
          .forEach(all::add);
    }
    String own = applicationId + "-";
    for (AclOperation operation :
        List.of(
            AclOperation.CREATE,
            AclOperation.READ,
            AclOperation.WRITE,
            AclOperation.DESCRIBE_CONFIGS)) {
      all.add(new Permission(ResourceType.TOPIC, PatternType.PREFIXED, own, operation));
    }
    all.add(literal(ResourceType.GROUP, applicationId, AclOperation.READ));
    all.add(
        new Permission(
            ResourceType.TRANSACTIONAL_ID, PatternType.PREFIXED, own, AclOperation.WRITE));
    return List.copyOf(all);
  }

  /** Returns the permissions that only the views of some topics need. */
  static List<Permission> ofViews(String topicPrefix) {
    return Stream.of(Topic.STORY_EVENTS, Topic.DEAD_LETTERS)
        .map(t -> literal(ResourceType.TOPIC, t.name(topicPrefix), AclOperation.READ))
        .toList();
  }

  private static Permission literal(ResourceType type, String name, AclOperation operation) {
    return new Permission(type, PatternType.LITERAL, name, operation);
  }

  private static Stream<AclOperation> operations(Topic topic) {
    Set<AclOperation> access =
        switch (topic) {
          case RAW -> Set.of(AclOperation.READ);
          case PREPARED, STORIES -> Set.of(AclOperation.READ, AclOperation.WRITE);
          case ARTICLES, STORY_EVENTS, DEAD_LETTERS -> Set.of(AclOperation.WRITE);
        };
    return Stream.concat(access.stream(), Stream.of(AclOperation.DESCRIBE_CONFIGS));
  }

  /** Returns the arguments of {@code kafka-acls.sh} that grant the permission. */
  String grant() {
    String option =
        switch (type) {
          case GROUP -> "--group ";
          case TRANSACTIONAL_ID -> "--transactional-id ";
          default -> "--topic ";
        };
    String prefixed = pattern == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "";
    return "--operation " + operation + " " + option + name + prefixed;
  }
}
