/**
 * An application that imports a component as it would any module, and supplies what it asks of it.
 */
module examples.modulepath {
  requires greeter;
  requires wit.demo.text.v1;

  uses greeter.Greeter;

  provides wit.demo.text.v1.Log with
      examples.modulepath.ConsoleLog;
}
