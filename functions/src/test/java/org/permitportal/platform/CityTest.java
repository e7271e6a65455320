package org.permitportal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.permitportal.contract.Yaml;
import org.permitportal.local.PortalStack;

class CityTest {
  private final List<String> read = new ArrayList<>();
  private final Priming priming = new Priming();
  private final City city = city();

  private City city() {
    CityTopics topics =
        new CityTopics(PortalStack.sampleCity(Yaml.ROOT).toString()) {
          @Override
          String text(String topic) {
            read.add(topic);
            return super.text(topic);
          }
        };
    try (ApplicationContext context = TheCity.beans()) {
      return new City(topics, context.getBean(JsonMapper.class), priming);
    }
  }

  @Test
  void aTopicIsReadOnceWhenItIsFirstAskedFor() {
    assertThat(read).isEmpty();
    assertThat(city.registration().draftDays()).isEqualTo(7);
    assertThat(city.registration().nameHoldHours()).isEqualTo(24);
    assertThat(read).containsExactly("registration");
  }

  @Test
  void aSnapshotHoldsEveryTopic() {
    priming.run();
    priming.run();
    assertThat(read).hasSize(9).doesNotHaveDuplicates();
  }
}
