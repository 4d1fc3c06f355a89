package dev.mortise.mavenplugin.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkSearchTest {
  @TempDir Path temp;

  private Path jdk(String folder, String version) throws IOException {
    Path home = temp.resolve(folder);
    Path java = home.resolve("bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "#!/bin/sh\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  @Test
  void version_isTheFeatureRelease() throws IOException {
    assertThat(Jdk.in(jdk("a", "25.0.1"))).get().extracting(Jdk::feature).isEqualTo(25);
    assertThat(Jdk.in(jdk("b", "1.8.0_402"))).get().extracting(Jdk::feature).isEqualTo(8);
    assertThat(Jdk.in(jdk("c", "26-ea"))).get().extracting(Jdk::feature).isEqualTo(26);
    assertThat(Jdk.in(jdk("d", "unknown"))).isEmpty();
    assertThat(Jdk.in(temp.resolve("nowhere"))).isEmpty();
  }

  @Test
  void folderWithoutJava_isNoJdk() throws IOException {
    Path home = jdk("broken", "25");
    Files.delete(home.resolve("bin/java"));
    assertThat(Jdk.in(home)).isEmpty();
  }

  @Test
  void toolchain_comesBeforeMavensOwn() throws Exception {
    Path toolchain = jdk("toolchain", "21.0.2");
    JdkSearch search = new JdkSearch(null, toolchain, jdk("maven", "25"), List.of());
    assertThat(search.find()).isEqualTo(new Jdk(toolchain, 21));
  }

  @Test
  void oldToolchain_isPassedOver() throws Exception {
    Path maven = jdk("maven", "21");
    JdkSearch search = new JdkSearch(null, jdk("toolchain", "17.0.1"), maven, List.of());
    assertThat(search.find().home()).isEqualTo(maven);
  }

  @Test
  void mavensOwn_comesBeforeANewerInstalledOne() throws Exception {
    Path maven = jdk("maven", "21");
    JdkSearch search = new JdkSearch(null, null, maven, List.of(jdk("newer", "25")));
    assertThat(search.find().home()).isEqualTo(maven);
  }

  @Test
  void oldMaven_takesTheNewestInstalled() throws Exception {
    Path newest = jdk("b", "25.0.2");
    JdkSearch search =
        new JdkSearch(
            null, null, jdk("maven", "17"), List.of(jdk("a", "21"), newest, jdk("c", "11")));
    assertThat(search.find()).isEqualTo(new Jdk(newest, 25));
  }

  @Test
  void nothingNewEnough_saysWhatIsMissingAndWhatToDo() throws IOException {
    Path maven = jdk("maven", "17.0.15");
    JdkSearch search = new JdkSearch(null, null, maven, List.of(jdk("a", "11")));
    assertThatExceptionOfType(NoJdkException.class)
        .isThrownBy(search::find)
        .withMessage(
            "Mortise needs a JDK 21 or newer: Maven runs on Java 17 ("
                + maven
                + "), and no newer one was found. Install one (Temurin, say), or name the folder of"
                + " one in ~/.m2/toolchains.xml, in JAVA_HOME, or by -Dmortise.jdk=FOLDER.");
  }

  @Test
  void chosenOne_isNotReplaced() throws IOException {
    Path old = jdk("old", "17.0.15");
    JdkSearch search = new JdkSearch(old, null, jdk("maven", "25"), List.of());
    assertThatExceptionOfType(NoJdkException.class)
        .isThrownBy(search::find)
        .withMessageContaining("expected the folder of a JDK 21 or newer, found Java 17 in " + old);
    assertThatExceptionOfType(NoJdkException.class)
        .isThrownBy(new JdkSearch(temp, null, jdk("maven", "25"), List.of())::find)
        .withMessageContaining("found no JDK in " + temp);
  }

  @Test
  void folders_areThoseOfVariablesAndBelowParents() throws IOException {
    Path plain = jdk("jvm/temurin-25", "25");
    Path mac = jdk("jvm/temurin-21.jdk/Contents/Home", "21");
    Path runner = jdk("tools/21", "21");
    assertThat(
            JdkFolders.all(
                Map.of(
                    "JAVA_HOME_21_X64", runner.toString(),
                    "JAVA_HOME", "",
                    "PATH", temp.toString()),
                List.of(temp.resolve("jvm"), temp.resolve("nowhere"))))
        .contains(plain, mac, runner)
        .doesNotContain(temp, Path.of(""));
  }
}
