package dev.storywire.topology.kafka;

/** Names of the consumer groups that keep the positions of webhooks. */
public final class WebhookGroups {
  private static final String WEBHOOK = "-webhook-";

  private WebhookGroups() {}

  /** Returns the group of a webhook. */
  public static String of(String applicationId, String webhook) {
    return applicationId + WEBHOOK + webhook;
  }

  /** Returns true if a group is that of a webhook of a service. */
  public static boolean isWebhookGroup(String applicationId, String group) {
    return group.startsWith(applicationId + WEBHOOK);
  }

  /** Returns the name of the webhook of a group. */
  public static String webhook(String applicationId, String group) {
    return group.substring(applicationId.length() + WEBHOOK.length());
  }
}
