package dev.storywire.serve.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoNamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"fr", "fr.sports", "ar", "ja"})
  void statesThatALaneHasNoModel(String lane) {
    assertThat(NoNames.inLane(lane)).contains("(" + lane.substring(0, 2) + ")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "es", "nl", "de.sports", "sports", "none", "und"})
  void statesNothingForALanguageWithAModelOrAnUnknownOne(String lane) {
    assertThat(NoNames.inLane(lane)).isNull();
  }
}
