package dev.storywire.serve.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.serve.query.ServiceStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterStatusTest {
  @Test
  void countsTheLagOnceSinceEachInstanceReportsThatOfAll() {
    assertThat(lag(7, 7)).isEqualTo(7);
    assertThat(lag(7, -1)).isEqualTo(7);
    assertThat(lag(-1, -1)).isEqualTo(-1);
  }

  private static long lag(long own, long other) {
    return ClusterStatus.of(status("a:1", own), List.of(status("b:1", other)), List.of()).lag();
  }

  private static ServiceStatus status(String instance, long lag) {
    return new ServiceStatus(
        "1", instance, ServiceStatus.State.RUNNING, "", null, lag, Map.of(), List.of(), List.of());
  }
}
