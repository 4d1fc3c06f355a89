/** The Java interface of the component. */
@org.jspecify.annotations.NullMarked
package hello;
