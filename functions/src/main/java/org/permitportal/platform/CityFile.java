package org.permitportal.platform;

import io.micronaut.context.annotation.Factory;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads what the build made of the city's file. */
@Factory
class CityFile {
  @Singleton
  City city(JsonMapper json) throws IOException {
    return json.readValue(Definitions.CITY.text(), City.class);
  }
}
