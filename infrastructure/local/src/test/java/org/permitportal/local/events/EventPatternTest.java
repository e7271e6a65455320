package org.permitportal.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.permitportal.local.Fault;
import org.permitportal.local.Json;

class EventPatternTest {
  private static final String EVENT = "{'a':{'b':'draft/1','n':3,'l':['x','y']},'z':null}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':{'b':['draft/1']}}|true",
        "{'a':{'b':['draft/2']}}|false",
        "{'a':{'b':[{'prefix':'draft/'}],'n':[3.0]}}|true",
        "{'a':{'b':[{'suffix':'/1'},'q']}}|true",
        "{'a':{'b':[{'anything-but':['draft/1']}]}}|false",
        "{'a':{'b':[{'anything-but':{'prefix':'permit/'}}]}}|true",
        "{'a':{'l':['y']}}|true",
        "{'a':{'l':['w']}}|false",
        "{'a':{'c':[{'exists':false}]}}|true",
        "{'a':{'b':[{'exists':false}]}}|false",
        "{'z':[null]}|true",
        "{'c':{'d':['e']}}|false",
      })
  void itMatchesAsEventBridgeDoes(String pattern, boolean matches) {
    EventPattern rule = new EventPattern(Json.read(pattern.replace('\'', '"')));
    assertThat(rule.matches(Json.read(EVENT.replace('\'', '"')))).isEqualTo(matches);
  }

  @Test
  void whatIsNotSupportedIsSaid() {
    String pattern = "{\"a\":[{\"cidr\":\"10.0.0.0/8\"}]}";
    assertThatThrownBy(() -> new EventPattern(Json.read(pattern)))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("cidr");
  }
}
