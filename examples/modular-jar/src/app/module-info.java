/**
 * An application that imports a component as a module: it names the component's jar, and no more.
 */
module examples.modular {
  requires hello.clock;
}
