package dev.storywire.app.bench;

/** A part of the process to which processor time is attributed. */
enum Stage {
  PREPARE("prepare"),
  ORDER("order"),
  ASSIGN("assign"),
  STORES("state stores"),
  SEND("stream threads: sending"),
  STREAMS("stream threads: polling, committing"),
  CLIENTS("Kafka clients' threads"),
  BROKER("broker"),
  BENCH("benchmark: producing, counting"),
  SERVICE("page, progress, other threads"),
  VIRTUAL_MACHINE("compiler, garbage collector");

  static final String SAMPLER_THREAD = "bench-sampler";
  static final String THREAD = "bench-";

  private final String label;

  Stage(String label) {
    this.label = label;
  }

  /** Returns the name in the report. */
  String label() {
    return label;
  }

  /** Returns the stage of a thread by its name and, for stream threads, its stack. */
  static Stage of(String thread, StackTraceElement[] stack) {
    if (thread.contains("-StreamThread-") && !thread.contains("kafka-")) {
      return ofStream(stack);
    }
    if (thread.startsWith(THREAD) || thread.equals("main")) {
      return BENCH;
    }
    if (isBroker(thread)) {
      return BROKER;
    }
    return thread.startsWith("kafka-") ? CLIENTS : SERVICE;
  }

  private static boolean isBroker(String thread) {
    return thread.startsWith("data-plane-kafka-")
        || thread.startsWith("kafka-scheduler")
        || thread.startsWith("kafka-log-cleaner")
        || thread.startsWith("broker-")
        || thread.startsWith("controller-")
        || thread.startsWith("raft-")
        || thread.startsWith("group-coordinator")
        || thread.startsWith("TxnMarkerSender")
        || thread.startsWith("transaction-")
        || thread.startsWith("ExpirationReaper");
  }

  /** Returns the stage of the innermost frame that is known. */
  private static Stage ofStream(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      String type = frame.getClassName();
      if (type.startsWith("org.apache.kafka.streams.state.") || type.startsWith("org.rocksdb.")) {
        return STORES;
      }
      if (type.startsWith("org.apache.kafka.clients.producer.")) {
        return SEND;
      }
      if (type.endsWith(".Assign") || type.startsWith("dev.storywire.story.Lane")) {
        return ASSIGN;
      }
      if (type.endsWith(".Order")) {
        return ORDER;
      }
      if (type.endsWith(".Prepare")) {
        return PREPARE;
      }
    }
    return STREAMS;
  }
}
