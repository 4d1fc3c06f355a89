package dev.mortise.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of a component: each test method gets an instance of it, whose imports are what the test
 * has for them.
 *
 * {@snippet :
 * @ComponentTest("shop.wasm")
 * class ShopTest {
 *   @MockImport Payments payments;
 *
 *   @Test
 *   void pays(Shop shop) throws Exception {
 *     when(payments.charge(any())).thenReturn(new Receipt("r1"));
 *     shop.checkout(3);
 *     verify(payments).charge(new Charge(3));
 *   }
 * }
 * }
 *
 * <p>An import is supplied by a {@link MockImport}, a {@link SpyImport} or a {@link ReplayImport},
 * or by whatever a field of the test holds whose type is the import's interface: a fake written by
 * hand, or a mock of another library. A parameter of a test method may be the world, an exported
 * interface, an {@link dev.mortise.loader.Instance} for calls by name, or a {@link
 * ComponentUnderTest}.
 *
 * <p>The component is read and compiled once in a process, instantiated when a test first asks for
 * it. Tests may run in parallel.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ComponentExtension.class)
public @interface ComponentTest {
  /**
   * The component: a resource of the class path, beside the test or from its root, or a file. Empty
   * for one whose classes were made by the Maven plugin: {@link #world} says which.
   */
  String value() default "";

  /** The interface of the world, when it was written by hand or made by the Maven plugin. */
  Class<?> world() default Void.class;

  /**
   * Whether calls that nobody has stubbed are answered with zero, nothing, empty lists and {@code
   * ok}, imports that the test has nothing for are mocked, and stubs may go unused.
   */
  boolean lenient() default false;

  /** Whether handles to resources may be left undropped when a test ends. */
  boolean undroppedHandles() default false;

  /** Whether all methods of a class share an instance, rather than each having one. */
  boolean shared() default false;

  /** How the component runs. */
  Engine engine() default Engine.GENERATED;
}
