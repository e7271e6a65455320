package org.permitportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.permitportal.files.TestFiles;

@InABrowser
class LanguageIT {
  @Test
  void theLanguageChangesInMidFormAndNothingTypedIsLost() {
    try (APerson ana = TheBrowser.person()) {
      AnApplication application = AnApplication.of(ana).begun().stepOne();
      assertThat(ana.attach("Photo ID", TestFiles.PHOTO_JPEG)).containsText("Received and checked");
      ana.step(
          "The page is in Spanish",
          () -> {
            ana.link("Español").click();
            assertThat(ana.heading("Paso 1 de 3: Empresa, acceso y archivos adjuntos")).isVisible();
            assertThat(ana.page().locator("html")).hasAttribute("lang", "es");
          });
      ana.step(
          "What was typed and sent is there, the password, too",
          () -> {
            assertThat(ana.field("Nombre de la empresa")).hasValue(application.name());
            assertThat(ana.field("Tipo")).hasValue("roofing");
            assertThat(ana.field("Correo electrónico")).hasValue(application.email());
            assertThat(ana.field("Contraseña")).hasValue(AnApplication.PASSWORD);
            assertThat(ana.field("Su respuesta")).hasValue("A circular saw");
            assertThat(ana.text("photo.jpg").first()).isVisible();
          });
      ana.step(
          "What is wrong is told in Spanish, and told in English after a switch back",
          () -> {
            ana.field("Teléfono").fill("");
            ana.button("Paso siguiente").click();
            assertThat(ana.link("Teléfono: complete este campo")).isVisible();
            ana.link("English").click();
            assertThat(ana.link("Phone: please fill this in")).isVisible();
          });
      ana.step(
          "The language stays for the next visit",
          () -> {
            ana.link("Español").click();
            ana.field("Teléfono").fill("719-555-0150");
            ana.button("Paso siguiente").click();
            assertThat(ana.heading("Paso 2 de 3: Información de contacto")).isVisible();
            ana.page().navigate("/");
            assertThat(ana.heading("Portal de Permisos de la Ciudad")).isVisible();
          });
    }
  }
}
