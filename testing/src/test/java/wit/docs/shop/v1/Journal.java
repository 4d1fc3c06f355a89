package wit.docs.shop.v1;

@org.jspecify.annotations.NullMarked
@dev.mortise.runtime.WitName("docs:shop/journal@1.0.0")
public interface Journal {
  @dev.mortise.runtime.WitName("level")
  public enum Level {
    @dev.mortise.runtime.WitName("info")
    INFO,
    @dev.mortise.runtime.WitName("warn")
    WARN,
  }

  void write(wit.docs.shop.v1.Journal.Level level, String text);
}
