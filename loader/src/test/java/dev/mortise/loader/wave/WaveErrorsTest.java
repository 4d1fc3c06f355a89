package dev.mortise.loader.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.wit.Golden;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.value.GreeterTypes;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WaveErrorsTest {
  private static final String PERSON = "{name: \"Ann\", age: 3, tags: []}";

  private final StringBuilder messages = new StringBuilder();

  private void refuse(String call, FuncType type) {
    try {
      WaveCall.parseName(call).arguments(type);
      assertThat(call).as("was accepted").isEmpty();
    } catch (ValueException e) {
      messages.append(e.getMessage()).append("\n\n");
    }
  }

  @Test
  void messages_ofEveryRule_areAsReviewed() throws IOException {
    refuse("greet", GreeterTypes.GREET);
    refuse("docs:greeter/api@1.0.0()", GreeterTypes.GREET);
    refuse("greet()", GreeterTypes.GREET);
    refuse("greet(\"a\", \"b\")", GreeterTypes.GREET);
    refuse("greet(World)", GreeterTypes.GREET);
    refuse("greet('W')", GreeterTypes.GREET);
    refuse("greet(\"World)", GreeterTypes.GREET);
    refuse("greet(\"\\x41\")", GreeterTypes.GREET);
    refuse("greet(\"\\u{d800}\")", GreeterTypes.GREET);
    refuse("greet(\"a\") -> 1", GreeterTypes.GREET);
    refuse(
        "greet(\"" + "long ".repeat(40) + "\", 5, \"" + "text ".repeat(40) + "\")",
        GreeterTypes.GREET);
    refuse("greet-person({name: \"Ann\", age: 300, tags: []}, plain)", GreeterTypes.GREET_PERSON);
    refuse("greet-person({\n  name: \"Ann\",\n  age: \"3\",\n})", GreeterTypes.GREET_PERSON);
    refuse("greet-person({name: \"Ann\", tags: []}, plain)", GreeterTypes.GREET_PERSON);
    refuse("greet-person({nam: \"Ann\"}, plain)", GreeterTypes.GREET_PERSON);
    refuse("greet-person({name: \"A\", name: \"B\"}, plain)", GreeterTypes.GREET_PERSON);
    refuse("greet-person(" + PERSON + ", shout)", GreeterTypes.GREET_PERSON);
    refuse("greet-person(" + PERSON + ", plain(1))", GreeterTypes.GREET_PERSON);
    refuse("greet-person(" + PERSON + ", loud)", GreeterTypes.GREET_PERSON);
    refuse("greet-person(" + PERSON + ", shout(-1))", GreeterTypes.GREET_PERSON);
    refuse("greet-person(" + PERSON + ", plain, sad, {})", GreeterTypes.GREET_PERSON);
    refuse("greet-person(" + PERSON + ", plain, none, {kiss})", GreeterTypes.GREET_PERSON);
    refuse("oldest([" + PERSON + ", 5])", GreeterTypes.OLDEST);
    refuse("swap(('é', 2.5, 3))", GreeterTypes.SWAP);
    refuse("swap(('é', 2.))", GreeterTypes.SWAP);
    Golden.check("wave/errors.txt", messages.toString());
  }
}
